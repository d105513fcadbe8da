import { embedAddress } from '../embed.ts';
import { attributes } from './attributes.ts';

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

const addressOf = ({ src, host, chatId, type }: Script): string =>
  src || embedAddress(`${host}`, type, `${chatId}`);

const isWantedAtOnce = ({ loading }: Script): boolean => !loading || loading === 'eager';

/** The address of the vendor's script, where it is wanted at once and can be known before any script of the page has run. */
export function preloadOf(script: Script): string | undefined {
  const address = addressOf(script);
  return isWantedAtOnce(script) && !address.includes('initid=&') ? address : undefined;
}

/**
 * Links that let the browser begin with the vendor's script before any script of the page has run, where it is wanted at once:
 * a preload, or, where its address is made in the page, a preconnect. For one that comes later an open connection gains nothing,
 * as docs/performance.md shows.
 */
export function hints({ nonce, ...script }: HintOptions): string {
  if (!isWantedAtOnce(script)) return '';
  const href = preloadOf(script);
  if (href) return `<link${attributes({ rel: 'preload', as: 'script', href, nonce })}>`;
  const origin = /^(https?:)?\/\/[^/?#]+/i.exec(addressOf(script))?.[0];
  return origin ? `<link${attributes({ rel: 'preconnect', href: origin })}>` : '';
}
