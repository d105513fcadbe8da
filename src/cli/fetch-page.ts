import { TEXTS } from './texts.ts';

/** How long a page may take, in milliseconds, and how long it may be, in bytes. */
const TIMEOUT = 20_000;
const MAX_BYTES = 10_000_000;
/** As many as browsers follow. */
const MAX_REDIRECTS = 20;

/** Who is not signed in gets no page there, which may well be right. */
export class Refused extends Error {}

export interface FetchedPage {
  /** Where the redirects have led to. */
  url: string;
  html: string;
  headers: Headers;
  /** Whether it was asked with what the caller gave for his own site. */
  isOwn: boolean;
}

/** What stands behind the question mark is often a ticket or an address. */
export const shown = (url: string): string => {
  const { origin, pathname, search } = new URL(url);
  return `${origin}${pathname}${search && '?…'}`;
};

/** The same site, and no less safe on the way: cookies go along where http leads on to https, as in a browser. */
export const isSameSite = (target: URL, start: URL): boolean =>
  target.origin === start.origin ||
  (target.hostname === start.hostname && !start.port && !target.port && target.protocol === 'https:');

/** @throws {Error} that says in words why there is no page. */
export async function fetchPage(url: string, cookie?: string): Promise<FetchedPage> {
  try {
    // Redirects are followed with the cookie as long as they stay with its site.
    const start = new URL(url);
    const own = { ...(cookie && { Cookie: cookie }), ...authorization(start) };
    let target = start;
    for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
      const isOwn = isSameSite(target, start);
      // No request can be made of an address that has them in it.
      target.username = target.password = '';
      const response = await fetch(target, {
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT),
        headers: { Accept: 'text/html', ...(isOwn && own) },
      });
      const location = response.headers.get('location');
      if (!location || response.status < 300 || response.status > 399)
        return { url: target.href, html: await read(response), headers: response.headers, isOwn };
      await response.body?.cancel();
      target = new URL(location, target);
      if (!/^https?:$/.test(target.protocol)) throw new Error(TEXTS.noPage(target.protocol));
    }
    throw new Error(TEXTS.redirects(MAX_REDIRECTS));
  } catch (error) {
    const message = TEXTS.notFetched(shown(url), reasonOf(error));
    throw error instanceof Refused ? new Refused(message) : new Error(message, { cause: error });
  }
}

/** What a browser asks a name and a password for, before the site itself is to be seen. */
function authorization({ username, password }: URL): { Authorization?: string } {
  if (!username && !password) return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}

async function read(response: Response): Promise<string> {
  if ([401, 403].includes(response.status)) throw new Refused(TEXTS.status(response.status));
  if (!response.ok) throw new Error(TEXTS.status(response.status));
  const type = response.headers.get('content-type') ?? '';
  if (!/html/i.test(type)) throw new Error(TEXTS.notHtml(type));
  const decoder = decoderOf(/charset="?([\w-]+)/i.exec(type)?.[1]);
  let html = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new Error(TEXTS.tooLong(MAX_BYTES / 1_000_000));
    html += decoder.decode(chunk, { stream: true });
  }
  return html + decoder.decode();
}

/** Of a charset that there is not, a browser makes nothing either. */
function decoderOf(charset: string | undefined): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

function reasonOf(error: unknown): string {
  const { name, message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  if (name === 'TimeoutError') return TEXTS.timeout(TIMEOUT / 1_000);
  return cause?.message || cause?.code || message;
}
