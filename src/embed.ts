/** The address shapes of the vendor's scripts, as found in embed codes on public sites. */

/** What a script address says about its widget; a part that the address does not hold is left out. */
export interface Embed {
  /** Host name, with the port if there is one. */
  host: string | undefined;
  chatId: string | undefined;
  /** The id under which the vendor's script looks for its own tag. */
  iid: string | undefined;
}

/** The chat family's constant: `uriid_` and the SHA-1 of the empty string. */
const CHAT_IID = 'uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709';

/** The address path of a widget. The support center's `initid` differs on every page, so it stays empty here. */
export const embedPath = (type: unknown, chatId: string | undefined): string =>
  type === 'support-center'
    ? `/sdk/supportCenter.js?initid=&wid=${chatId}`
    : `/public/sdk/chat-${CHAT_IID}-${chatId}.js`;

/** The address of a widget at its host. Without a scheme it is the page's. */
export const embedAddress = (host: string, type: unknown, chatId: string | undefined): string =>
  host.replace(/^(?!https?:\/\/)/i, '//').replace(/\/?$/, embedPath(type, chatId));

/** Reads an absolute address. */
export const readEmbed = (address: string): Embed => ({
  host: address.split('/')[2],
  chatId: /\/sdk\/(?:chat-[^?#]+-|supportCenter\.js\?.*wid=)(\d+)/.exec(address)?.[1],
  iid: /uriid_\w+/.exec(address)?.[0],
});

/** The same for two addresses that boot the same widget: `initid` is new on every page and does not count. */
export const scriptKey = (address: string): string => address.replace(/initid=[^&]*&?|#.*/g, '');

/** Gives the support center's script the id that the vendor's own snippet would make up. */
export const withInitId = (address: string): string =>
  address.replace('initid=&', `initid=uriid_${Date.now()}_${Math.ceil(Math.random() * 100)}&`);

/** The same script at an address that the browser has not seen yet. */
export const withRetry = (address: string): string => address.replace(/\?|(?=#)|$/, `?retry=${Date.now()}&`);
