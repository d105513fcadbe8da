import type { Choices, Platform, Snippet } from './choices.ts';
import { previewTag } from './preview-tag.ts';

/** A platform with the words about it. */
export interface PlatformInfo {
  id: string;
  name: string;
  canRecognise: boolean;
  tried: Platform['tried'];
  limits: string[];
  pieces(choices: Choices): Piece[];
}

/** One text to paste, with where it goes. */
export interface Piece extends Snippet {
  name: string;
  steps: string[];
}

type Group = 'cms' | 'builder' | 'code';

const standIn = (id: string, name: string, canRecognise: boolean): PlatformInfo => ({
  id,
  name,
  canRecognise,
  tried: 'none',
  limits: canRecognise ? [] : ['Every visitor stays anonymous.'],
  pieces: (choices) => [
    {
      id: 'tag',
      language: 'html',
      name: 'The tag',
      steps: ['Open the file that every page shares.', 'Paste this before </body>.', 'Save.'],
      code: `<?php $token = hash('sha256', getenv('USERESPONSE_KEY') . $user->email); ?>\n<script src="${choices.script}" async></script>\n<useresponse-widget\n${Object.entries(
        {
          ...previewTag(choices).attributes,
          ...Object.fromEntries(choices.fields.map(({ key, value }) => [`property_${key}`, value])),
        },
      )
        .map(([attribute, value]) => `  ${attribute}="${value}"`)
        .join('\n')}></useresponse-widget>`,
    },
  ],
});

export const PLATFORM_GROUPS: { group: Group; platforms: PlatformInfo[] }[] = [
  { group: 'cms', platforms: [standIn('wordpress-child', 'WordPress, child theme', true)] },
  { group: 'builder', platforms: [standIn('wix', 'Wix', false)] },
  { group: 'code', platforms: [standIn('php', 'PHP', true), standIn('html', 'Static HTML', false)] },
];

export const PLATFORM_INFOS: PlatformInfo[] = PLATFORM_GROUPS.flatMap(({ platforms }) => platforms);

export const platformById = (id: string): PlatformInfo | undefined =>
  PLATFORM_INFOS.find((platform) => platform.id === id);
