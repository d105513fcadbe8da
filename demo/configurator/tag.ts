import { preloadOf } from '../../src/server/hints.ts';
import type { Choices } from './choices.ts';

/** The tag that the choices make, in no language yet. */
export interface Tag {
  /** The address of the package's own file. */
  script: string;
  /** What the browser may fetch before that file has run: the vendor's script, where no consent and no moment is waited for. */
  preload: string | undefined;
  /** What is the same for every visitor. */
  attributes: [name: string, value: string][];
  link: { address: string; text: string } | undefined;
  /** What only a signed-in visitor has, beside token, email and name: fields with an attribute of their own. */
  fields: TagField[];
  /** Fields whose key can be no attribute; they go into `properties`. */
  properties: TagField[];
}

export interface TagField {
  key: string;
  value: string;
  isExpression: boolean;
}

export const tagOf = (choices: Choices): Tag => {
  const fields = fieldsOf(choices);
  const isAttribute = ({ key }: TagField): boolean => /^property_[a-z\d_]+$/.test(key);
  return {
    script: choices.script.trim(),
    preload: preloadFor(choices),
    attributes: attributesOf(choices),
    link: linkOf(choices),
    fields: fields.filter(isAttribute),
    properties: fields.filter((field) => !isAttribute(field)),
  };
};

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ');

function preloadFor({ src, host, chatId, type, loading, loadOn }: Choices): string | undefined {
  const script = { src: plain(src), host: plain(host), chatId: plain(chatId), type, loading };
  const isSaid = script.src || (script.host && script.chatId);
  return isSaid && !plain(loadOn) ? preloadOf(script) : undefined;
}

function attributesOf(choices: Choices): [string, string][] {
  const { src, host, chatId, type, loading, loadOn, clearOn, debug } = choices;
  const usual: Record<string, string> = { type: 'chat', loading: 'eager', 'clear-on': 'logout' };
  const widget: [string, string][] = src.trim()
    ? [['src', src]]
    : [
        ['host', host],
        ['chat-id', chatId],
        ['type', type],
      ];
  const all: [string, string][] = [
    ...widget,
    ['loading', loading],
    ['load-on', loadOn],
    ['clear-on', clearOn],
    ['debug', debug ? 'on-request' : ''],
  ];
  return all
    .map(([name, value]): [string, string] => [name, plain(value)])
    .filter(([name, value]) => value && value !== usual[name]);
}

/** An address of another kind could run script. */
function linkOf({ fallback }: Choices): Tag['link'] {
  // A browser drops these before it reads an address.
  const address = fallback.address.replace(/[\u0000-\u0020\u007f]+/g, '');
  const scheme = /^([^/?#:]*):/.exec(address)?.[1];
  if (!address || (scheme && !/^(?:https?|mailto|tel|sms)$/i.test(scheme))) return undefined;
  return { address, text: fallback.text.trim() || address };
}

/** The last of those with the same key; a field without key or value says nothing. */
function fieldsOf({ recognise, fields }: Choices): TagField[] {
  const byKey = new Map<string, TagField>();
  if (!recognise) return [];
  for (const { key: given, value, isExpression } of fields) {
    const key = given.trim().replace(/^\d+$/, 'property_$&');
    if (key && value.trim())
      byKey.set(key, { key, value: isExpression ? value.trim() : value, isExpression });
  }
  return [...byKey.values()];
}
