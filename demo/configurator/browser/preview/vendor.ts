import { readConfig, type Tag } from '../../../../src/config.ts';
import { publishApi } from '../../../simulator/browser/api.ts';
import { ChatWindow } from '../../../simulator/browser/chat-window.ts';
import { Conversation } from '../../../simulator/browser/conversation.ts';

/** What is tried here must meet neither another tab nor what an earlier try has left behind. */
export function blockStorage(): void {
  Object.defineProperty(window, 'localStorage', {
    get(): never {
      throw new DOMException('The preview stores nothing.', 'SecurityError');
    },
  });
}

/**
 * Puts the vendor's script tag on the page without its ever being fetched: one that came out of a string of markup is
 * dead. The element adopts it, as it does any that is there, and waits for its API.
 */
export function placeInertScript(tag: Tag): void {
  const { url } = readConfig(tag, document.baseURI, () => undefined);
  if (!url) return;
  const holder = document.createElement('div');
  holder.innerHTML = '<script></script>';
  const script = holder.firstElementChild as HTMLScriptElement;
  script.src = url;
  document.head.append(script);
}

/** Does what the vendor's script would do once it has arrived. */
export function publishVendor(tag: Tag): void {
  const { chatId = '' } = readConfig(tag, document.baseURI, () => undefined);
  const conversation = new Conversation(chatId);
  const chat = new ChatWindow(chatId, conversation, { tell() {}, messages: async () => [] });
  publishApi(
    {},
    {
      userConfig(config) {
        const { userName, userEmail } = config as { userName?: string; userEmail: string };
        chat.greet(userName ?? userEmail);
      },
      clearChatStorage() {
        conversation.clear();
        chat.greet('');
      },
      called() {},
    },
  );
}
