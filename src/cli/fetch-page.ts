import { TEXTS } from './texts.ts';

/** How long a page may take, in milliseconds, and how long it may be, in bytes. */
const TIMEOUT = 20_000;
const MAX_BYTES = 10_000_000;

export interface FetchedPage {
  /** Where the redirects have led to. */
  url: string;
  html: string;
  headers: Headers;
}

/** @throws {Error} that says in words why there is no page. */
export async function fetchPage(url: string, cookie?: string): Promise<FetchedPage> {
  try {
    // Redirects are followed with the cookie as long as they stay with its site.
    let target = new URL(url);
    for (let hops = 0; ; hops++) {
      const isOwn = target.origin === new URL(url).origin;
      const response = await fetch(target, {
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT),
        headers: { Accept: 'text/html', ...(cookie && isOwn && { Cookie: cookie }) },
      });
      const location = response.headers.get('location');
      if (!location || response.status < 300 || response.status > 399 || hops > 9)
        return { url: target.href, html: await read(response), headers: response.headers };
      target = new URL(location, target);
    }
  } catch (error) {
    throw new Error(TEXTS.notFetched(url, reasonOf(error)), { cause: error });
  }
}

async function read(response: Response): Promise<string> {
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
  return cause?.code ?? cause?.message ?? message;
}
