import { readEmbed } from '../../../src/embed.ts';
import { fill, texts } from '../texts.ts';

/** What a pasted text was taken for, in words. */
export interface Understanding {
  isGood: boolean;
  sentence: string;
  remarks: string[];
  /** The address of the script, where there is one. */
  src: string;
}

export function understand(text: string): Understanding | undefined {
  if (!text.trim()) return undefined;
  const src = (
    /(?:https?:)?\/\/\S+?\.js/.exec(
      text.replace("' + iid + '", 'uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709'),
    )?.[0] ?? ''
  ).replace(/^\/\//, 'https://');
  const { host, chatId } = readEmbed(src);
  if (!chatId) return { isGood: false, sentence: 'No address in it.', remarks: [], src: '' };
  const words = texts.paste;
  return {
    isGood: true,
    sentence: fill(words.chat, { id: chatId, host: host ?? '' }),
    remarks: [],
    src,
  };
}
