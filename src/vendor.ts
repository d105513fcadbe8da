import type { User } from './config.ts';
import { readEmbed, type Embed } from './embed.ts';

/** What the vendor documents of its global `UR`. Either call can appear later than the global, and be replaced. */
export interface VendorApi {
  userConfig(user: User): void;
  clearChatStorage(chatId: string): void;
}

declare global {
  interface Window {
    UR?: Partial<VendorApi>;
  }
}

/** Whether the vendor's call is there; an element of the page with the id `UR` is not. */
export const has = (call: keyof VendorApi): boolean => typeof window.UR?.[call] === 'function';

export const identify = (user: User): void => window.UR?.userConfig?.(user);

/** Throws where the chat id is not known, as the vendor may for reasons of its own. */
export function clearChat(chatId: string | undefined): void {
  if (!chatId) throw new Error();
  window.UR?.clearChatStorage?.(chatId);
}

/** Reads the widget from the vendor's own embed code, where the page carries it. */
export const findEmbed = (): Embed | undefined =>
  [...document.scripts].map((tag) => readEmbed(tag.src)).find((embed) => embed.chatId);
