import type { User } from './config.ts';
import { readEmbed, type Embed } from './embed.ts';

/** What the vendor documents of its global `UR`. Either call can appear later than the global, and be replaced. */
export interface VendorApi {
  userConfig(user: User): void;
  clearChatStorage(chatId: string): void;
}

declare global {
  interface Window {
    /** Missing until the vendor's script has run, or one of the calls until later. */
    UR: VendorApi;
  }
}

/** Whether the vendor's call is there; an element or a frame of the page with the name `UR` is not. */
export function has(call: keyof VendorApi): boolean {
  try {
    return typeof (window.UR as Partial<VendorApi> | undefined)?.[call] === 'function';
  } catch {
    // The frame is another site's.
    return false;
  }
}

/** Both calls throw where the vendor does, or where it is not there. */
export const identify = (user: User): void => window.UR.userConfig(user);

export function clearChat(chatId: string | undefined): void {
  if (!chatId) throw new Error();
  window.UR.clearChatStorage(chatId);
}

/** Reads the widget from the vendor's own embed code, where the page carries it. */
export const findEmbed = (): Embed | undefined =>
  [...document.scripts].map((tag) => readEmbed(tag.src)).find((embed) => embed.chatId);
