import { readConfig } from '../config.ts';
import { embedAddress } from '../embed.ts';
import { attributes, isBlank } from './attributes.ts';

type Text = string | null | undefined;

interface Script {
  src: Text;
  host: Text;
  chatId: string | number | null | undefined;
  type: Text;
  loading: Text;
}

export interface HintOptions extends Script {
  nonce: Text;
}

/** Any page; which one it is decides about no address. */
const PAGE = 'https://page.test/';

/** The address that the tag will ask for; undefined where it will refuse what it is given. */
function addressOf({ src, host, chatId, type }: Script): string | undefined {
  const given = { src: `${src ?? ''}`, host, chatId, type, attributes: [] };
  if (!readConfig(given, PAGE, () => undefined).url) return undefined;
  return isBlank(src) ? embedAddress(`${host}`, type, `${chatId}`) : given.src.trim();
}

/** The address of the vendor's script, where it is wanted at once and can be known before any script of the page has run. */
export function preloadOf(script: Script): string | undefined {
  const address = addressOf(script);
  const isWantedAtOnce = !script.loading || script.loading === 'eager';
  return isWantedAtOnce && !address?.includes('initid=&') ? address : undefined;
}

/**
 * Links that let the browser begin with the vendor's script before any script of the page has run: a preload where it is wanted
 * at once, a preconnect where its address is made in the page or it comes when the page is idle. For one that waits for the
 * visitor a connection would be closed again before it is used.
 */
export function hints({ nonce, ...script }: HintOptions): string {
  const href = preloadOf(script);
  if (href) return `<link${attributes({ rel: 'preload', as: 'script', href, nonce })}>`;
  if (script.loading === 'interaction') return '';
  const origin = /^(https?:)?\/\/[^/?#]+/i.exec(addressOf(script) ?? '')?.[0];
  return origin ? `<link${attributes({ rel: 'preconnect', href: origin })}>` : '';
}
