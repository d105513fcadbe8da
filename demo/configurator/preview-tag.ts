import type { Choices } from './choices.ts';
import { isComplete } from './state.ts';
import { tagOf } from './tag.ts';
import { fill, type Texts } from './texts.ts';

/** The tag of the preview, as its frame gets it. */
export interface PreviewTag {
  attributes: [name: string, value: string][];
  link: { address: string; text: string } | undefined;
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
  const { attributes, link } = tagOf(isComplete(choices) ? choices : { ...choices, src: SAMPLE });
  return {
    attributes: attributes.map(([name, value]) => [name, name === 'host' ? whole(value) : value]),
    link,
  };
}

/** The page of the preview may be a file, and has no scheme to lend. */
const whole = (host: string): string => (/^https?:/i.test(host) ? host : `https://${host}`);

/** The attributes by which a server would tell who is signed in. */
export function memberAttributes(choices: Choices, texts: Texts): [name: string, value: string][] {
  const { fields, properties } = tagOf(choices);
  const entries = [...fields, ...properties].map(({ key, value, isExpression }, index) => [
    key,
    isExpression ? fill(texts.preview.sampleValue, { number: index + 1 }) : value,
  ]);
  return [
    ...Object.entries(MEMBER),
    ...(entries.length > 0
      ? [['properties', JSON.stringify(Object.fromEntries(entries))] as [string, string]]
      : []),
  ];
}
