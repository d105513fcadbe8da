import { isNothing } from '../config.ts';

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
const TOKEN = /<useresponse-widget\s(?:[^>"']|"[^"]*"|'[^']*')*?(?<![\w-])token\s*=\s*["']?([^"'\s>]+)/i;
/** A shorter text may be in any page by chance. */
const MIN_TOKEN = 16;

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
  const found = TOKEN.exec(text)?.[1];
  const isSame = found === token || (token.length >= MIN_TOKEN && text.includes(token));
  return {
    outcome: token && isSame ? 'same-token' : found && !isNothing(found) ? 'other-token' : 'clean',
    headers: HEADERS.flatMap((name) => {
      const value = headers.get(name);
      return value ? [`${name}: ${value}`] : [];
    }),
  };
}
