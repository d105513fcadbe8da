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
  'bad-src': '* is not a script address. Copy it from the embed code.',
  'bad-properties': '* is not a JSON object of strings, or too long. Use JSON.stringify.',
  'incomplete-user': '* is missing. Render token and email, or neither.',
  'template-not-rendered': '* is a template. Render it on the server.',
  'chat-id-missing': 'chat-id is missing or not a number. Copy it from the embed code.',
  'script-failed': 'The script failed to load. Check src or host.',
  'script-timeout': 'The script is late. Check src or host, or raise timeout.',
  'api-missing': 'UR.* is missing. Check src or host, or raise timeout.',
  'api-threw': 'UR.* failed. Check the attributes.',
  duplicate: 'Another is in the page. Remove this one.',
};

/** Puts a problem into words; `subject` is the attribute, key or call that it is about. */
export const problem = (code: ErrorCode, subject?: string): Problem => ({
  code,
  message: TEXTS[code].replace('*', () => subject as string),
});

/** Where the code is explained: why it happens, and what to do. */
export const pageOf = (code: ErrorCode): string =>
  `https://unpkg.com/useresponse-widget/docs/messages/${code}.md`;
