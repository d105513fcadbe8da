import type { Choices, Platform, Snippet } from './choices.ts';
import { platforms } from './platforms/index.ts';
import { texts } from './texts.ts';

/** A platform with the words about it. */
export interface PlatformInfo extends Pick<Platform, 'id' | 'group' | 'canRecognise' | 'tried'> {
  name: string;
  /** What an expression is written in there, with an example; empty where there is none. */
  expression: string;
  limits: string[];
  /** What else somebody may look for. */
  also: string;
  pieces(choices: Choices): Piece[];
  beside(html: string): string;
}

/** One text to paste, with where it goes. */
export interface Piece extends Snippet {
  name: string;
  steps: string[];
}

interface Words {
  name: string;
  expression: string;
  limits: string[];
  snippets: Record<string, { name: string; steps: string[] }>;
}

/** Languages, engines and nicknames: the same in every language. */
const ALSO: Record<string, string> = {
  'wordpress-block': 'WooCommerce, full site editing',
  'wordpress-classic': 'WooCommerce, Elementor, Divi',
  'wordpress-child': 'WooCommerce, Elementor, Divi',
  'wordpress-mu': 'WooCommerce, Elementor, Divi, mu-plugin',
  shopify: 'Liquid',
  gtm: 'GTM',
  html: 'Hugo, Jekyll, Eleventy, Markdown',
  laravel: 'PHP, Blade',
  symfony: 'PHP, Twig',
  django: 'Python',
  flask: 'Python, Jinja',
  rails: 'Ruby, RoR, ERB',
  express: 'Node.js, JavaScript, EJS',
  next: 'NextJS, React, Node.js, JavaScript, JSX',
  aspnet: 'C#, .NET, dotnet, Razor, MVC',
  java: 'JSP, Spring, Thymeleaf, Tomcat, Jakarta',
};

const words: Record<string, Words> = texts.platforms;

export const PLATFORM_INFOS: PlatformInfo[] = platforms.map((platform) => {
  const { name, expression, limits, snippets } = words[platform.id]!;
  const { id, group, canRecognise, tried } = platform;
  return {
    ...{ id, group, canRecognise, tried, name, expression, limits },
    also: ALSO[id] ?? '',
    beside: (html) => platform.beside?.(html) ?? html,
    pieces: (choices) =>
      platform.snippets(choices).map((snippet) => ({ ...snippet, ...snippets[snippet.id]! })),
  };
});

/** As they are offered. */
export const PLATFORM_GROUPS = (['cms', 'builder', 'code'] as const).map((group) => ({
  group,
  platforms: PLATFORM_INFOS.filter((platform) => platform.group === group),
}));

export const platformById = (id: string): PlatformInfo | undefined =>
  PLATFORM_INFOS.find((platform) => platform.id === id);
