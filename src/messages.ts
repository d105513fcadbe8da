/**
 * Every problem that the element tells a page's author about. The codes are part of the public contract; the texts are
 * not. A text names the attribute, says what is wrong and what to do, and never repeats a value that may be personal.
 */
export type ErrorCode =
  | 'bad-src'
  | 'bad-properties'
  | 'incomplete-user'
  | 'template-not-rendered'
  | 'chat-id-missing'
  | 'script-failed'
  | 'script-timeout'
  | 'api-missing'
  | 'api-threw'
  | 'duplicate';

/** A problem, in the form in which `useresponse-error` and the rejection of `load()` carry it. */
export interface Problem {
  code: ErrorCode;
  message: string;
}

const TEXTS: Record<ErrorCode, string> = {
  'bad-src':
    '* is not a usable address. Copy it from the embed code, as in src="https://…" or host="help.example.com".',
  'bad-properties': '* is left out. Write JSON, as in \'{"property_170":"text"}\'.',
  'incomplete-user': '* is missing. Render token and email, or neither: the visitor is anonymous.',
  'template-not-rendered': '* is left out: it holds template code. Render it on the server.',
  'chat-id-missing': 'chat-id is missing or no number. Copy it from the embed code, as in chat-id="38".',
  'script-failed': 'The script failed to load. Check src or host, ad blockers and the CSP.',
  'script-timeout': 'The script did not arrive. Check src or host, or raise timeout.',
  'api-missing': 'UR.* is missing. Check src or host, or raise timeout.',
  'api-threw': 'UR.* threw an error. Check what the attributes hand over.',
  duplicate: 'Another <useresponse-widget> acts in this page. Remove this one.',
};

/** Puts a problem into words; `subject` is the attribute, key or call that it is about. */
export const problem = (code: ErrorCode, subject = ''): Problem => ({
  code,
  message: TEXTS[code].replace('*', subject),
});
