/** The directives that decide about a script's address, the most exact first. */
const DIRECTIVES = ['script-src-elem', 'script-src', 'default-src'];

/**
 * Which directive of a Content-Security-Policy keeps a script of that address away, as far as a header can tell: undefined if
 * none does. With `strict-dynamic` our own script brings it in, and with the page's nonce the tag.
 */
export function refusalOf(
  policy: string,
  address: string,
  page: string,
  nonce: string | undefined,
): string | undefined {
  const url = new URL(address);
  for (const part of policy.split(',')) {
    const directives = new Map(
      part
        .split(';')
        .map((directive) => directive.trim().split(/\s+/))
        .map(([name = '', ...sources]) => [name.toLowerCase(), sources]),
    );
    const directive = DIRECTIVES.find((name) => directives.has(name));
    const sources = directive && directives.get(directive);
    if (!sources || sources.includes("'strict-dynamic'")) continue;
    if (nonce && sources.includes(`'nonce-${nonce}'`)) continue;
    if (!sources.some((source) => matches(source, url, new URL(page)))) return directive;
  }
  return undefined;
}

function matches(source: string, url: URL, page: URL): boolean {
  if (source === '*') return true;
  if (source === "'self'") return url.origin === page.origin;
  // http: lets https: in as well.
  if (/^https?:$/i.test(source)) return [url.protocol, 'http:'].includes(source.toLowerCase());
  const [, scheme, host, port] = /^(?:([a-z]+):\/\/)?([^/:]+)(?::(\d+|\*))?/i.exec(source) ?? [];
  if (!host || source.startsWith("'")) return false;
  if (scheme && `${scheme.toLowerCase()}:` !== url.protocol && url.protocol !== 'https:') return false;
  if (port && port !== '*' && port !== (url.port || (url.protocol === 'https:' ? '443' : '80'))) return false;
  if (!port && url.port) return false;
  const wanted = host.toLowerCase();
  return wanted.startsWith('*.') ? url.hostname.endsWith(wanted.slice(1)) : url.hostname === wanted;
}
