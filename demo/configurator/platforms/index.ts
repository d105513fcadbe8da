import type { Platform } from '../choices.ts';
import { compiledPlatforms } from './compiled.ts';
import { nodePlatforms } from './node.ts';
import { phpPlatforms } from './php.ts';
import { pythonPlatforms } from './python.ts';
import { rubyPlatforms } from './ruby.ts';
import { staticPlatforms } from './static.ts';
import { twigPlatforms } from './twig.ts';

/** In the order in which they are offered; within each group the most used come first. */
const ORDER = [
  ...['wordpress-block', 'wordpress-classic', 'wordpress-child', 'wordpress-mu', 'drupal', 'joomla', 'ghost'],
  ...['shopify', 'wix', 'squarespace', 'webflow', 'gtm'],
  ...['html', 'php', 'laravel', 'symfony', 'django', 'flask', 'rails', 'express', 'next', 'aspnet', 'java'],
];

const all = [
  ...phpPlatforms,
  ...twigPlatforms,
  ...pythonPlatforms,
  ...rubyPlatforms,
  ...nodePlatforms,
  ...compiledPlatforms,
  ...staticPlatforms,
];

export const platforms: Platform[] = ORDER.map((id) => all.find((platform) => platform.id === id)!);
