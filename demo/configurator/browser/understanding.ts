import { readEmbedCode } from '../embed-code.ts';
import { fill, texts } from '../texts.ts';

/** What a pasted text was taken for, in words. */
export interface Understanding {
  isGood: boolean;
  sentence: string;
  remarks: string[];
  /** The address of the script, where there is one. */
  src: string;
}

/** Nothing for an empty box, of which there is nothing to say. */
export function understand(text: string): Understanding | undefined {
  if (!text.trim()) return undefined;
  const { forms, remarks, reasons } = texts.embedCode;
  const code = readEmbedCode(text);
  if (!code.isFound) {
    const sentence = fill(reasons[code.reason], { vendor: code.vendor ?? '' });
    return { isGood: false, sentence, remarks: [], src: '' };
  }
  const { src, host, type, chatId: id, form } = code;
  const sentence = fill(type === 'chat' ? texts.paste.chat : texts.paste.supportCenter, { host, id });
  return {
    isGood: true,
    sentence: `${sentence} ${forms[form]}`,
    remarks: code.remarks.map((remark) => remarks[remark]),
    src,
  };
}
