import { embedAddress } from '../embed.ts';
import { attributes } from './attributes.ts';

export interface HintOptions {
  src: string | null | undefined;
  host: string | null | undefined;
  chatId: string | number | null | undefined;
  type: string | null | undefined;
  loading: string | null | undefined;
  nonce: string | null | undefined;
}

/**
 * Links that let the browser begin with the vendor's script before any script of the page has run. A script that is wanted
 * at once is preloaded. For one that comes later, or whose address is made in the page, only the connection is opened.
 */
export function hints({ src, host, chatId, type, loading, nonce }: HintOptions): string {
  const address = src || embedAddress(`${host}`, type, `${chatId}`);
  const isKnown = !address.includes('initid=&') && (!loading || loading === 'eager');
  if (isKnown) return `<link${attributes({ rel: 'preload', as: 'script', href: address, nonce })}>`;
  const origin = /^(https?:)?\/\/[^/?#]+/i.exec(address)?.[0];
  return origin ? `<link${attributes({ rel: 'preconnect', href: origin })}>` : '';
}
