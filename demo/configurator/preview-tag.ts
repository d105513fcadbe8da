import type { Choices } from './choices.ts';
import { isComplete } from './state.ts';
import { fill, type Texts } from './texts.ts';

/** The tag of the preview, as its frame gets it. */
export interface PreviewTag {
  attributes: Record<string, string>;
  link: { address: string; text: string };
}

/** Who stands before the page of the preview. */
export type Visitor = 'guest' | 'member' | 'left';

/** Made up, as is her token. */
export const MEMBER = {
  name: 'Maja Nowak',
  email: 'maja@example.com',
  token: '6d616a6100000000000000000000000000000000000000000000000000000000',
};

/** A widget to show before there is a real one. */
const SAMPLE =
  'https://help.example.com/public/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-38.js';

/** The tag that the choices make, without the visitor. */
export function previewTag(choices: Choices): PreviewTag {
  const { src, host, chatId, type, loading, loadOn, clearOn, fallback } = choices;
  const attributes: Record<string, string> = {};
  if (src || !isComplete(choices)) attributes['src'] = src || SAMPLE;
  else {
    // The page of the preview may be a file, and has no scheme to lend.
    attributes['host'] = /^https?:/i.test(host) ? host : `https://${host}`;
    attributes['chat-id'] = chatId;
    attributes['type'] = type;
  }
  if (loading !== 'eager') attributes['loading'] = loading;
  if (loadOn.trim()) attributes['load-on'] = loadOn;
  if (clearOn.trim()) attributes['clear-on'] = clearOn;
  return { attributes, link: fallback };
}

/** The attributes by which a server would tell who is signed in. */
export function memberAttributes({ fields }: Choices, texts: Texts): Record<string, string> {
  const properties = fields
    .filter(({ key }) => key.trim())
    .map(({ key, value, isExpression }, index) => [
      propertyName(key),
      isExpression ? fill(texts.preview.sampleValue, { number: index + 1 }) : value,
    ]);
  return {
    ...MEMBER,
    ...(properties.length && { properties: JSON.stringify(Object.fromEntries(properties)) }),
  };
}

const propertyName = (key: string): string =>
  /^\d+$/.test(key.trim()) ? `property_${key.trim()}` : key.trim();
