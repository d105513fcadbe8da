/** What the page is for somebody who is not signed in: whether a cache gives him a page that was made for another. */

export interface StrangersPage {
  /** `failed`: it can't be told, because the request was not let through. */
  outcome: 'clean' | 'same-token' | 'other-token' | 'failed';
  /** Headers of caches that speak of themselves. */
  headers: readonly string[];
}

const HEADERS = [
  'Age',
  'X-Cache',
  'X-Cache-Status',
  'CF-Cache-Status',
  'X-Varnish',
  'X-LiteSpeed-Cache',
  'Cache-Control',
];
/** The tag with its token, as text: parsing a page is what Trusted Types forbid. */
const TOKEN = /<useresponse-widget\s(?:[^>"']|"[^"]*"|'[^']*')*?\btoken\s*=\s*["']?([^"'\s>]+)/i;

/** Asks for the page again without cookies, past the browser's own cache. */
export async function askAsStranger(address: string, token: string): Promise<StrangersPage> {
  try {
    const response = await fetch(address, { credentials: 'omit', cache: 'no-store' });
    return readStrangersPage(await response.text(), token, response.headers);
  } catch {
    return { outcome: 'failed', headers: [] };
  }
}

export function readStrangersPage(
  text: string,
  token: string,
  headers: { get(name: string): string | null },
): StrangersPage {
  const other = TOKEN.exec(text)?.[1];
  return {
    outcome: token && text.includes(token) ? 'same-token' : other ? 'other-token' : 'clean',
    headers: HEADERS.flatMap((name) => {
      const value = headers.get(name);
      return value ? [`${name}: ${value}`] : [];
    }),
  };
}
