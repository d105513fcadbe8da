import { platforms } from '../../demo/configurator/platforms/index.ts';
import type { EngineName } from '../platforms/engine.ts';

export interface Recipe {
  file: string;
  engine: EngineName;
  /** Which of the engine's frameworks it is for. */
  kind: string;
  /** The recipe among what stands around it in a site. */
  pieces(code: string): Record<string, string>;
  /** The configurator's text for the same. */
  platform?: string;
}

/** What the configurator says of where the key goes holds for the recipes, too. */
const configured = (platform: string, snippet: string): string =>
  platforms
    .find(({ id }) => id === platform)!
    .snippets({
      ...{ src: '', host: '', chatId: '', type: 'chat', platform, recognise: true, fields: [] },
      ...{ loading: 'eager', loadOn: '', clearOn: '', fallback: { address: '', text: '' } },
      ...{ debug: false, script: '' },
    })
    .find(({ id }) => id === snippet)!.code;

const whole = (tag: string): Record<string, string> => ({ tag });

/** A file of the server's, and the line that a page calls it with. */
const called =
  (tag: string) =>
  (server: string): Record<string, string> => ({ server, tag });

export const RECIPES: Recipe[] = [
  { file: 'php.php', engine: 'php', kind: 'php', pieces: whole, platform: 'php' },
  {
    file: 'wordpress.php',
    engine: 'php',
    kind: 'wordpress',
    pieces: (tag) => ({ key: configured('wordpress-mu', 'key'), tag }),
    platform: 'wordpress-mu',
  },
  {
    file: 'laravel.blade.php',
    engine: 'blade',
    kind: 'laravel',
    pieces: (tag) => ({ config: configured('laravel', 'config'), tag }),
    platform: 'laravel',
  },
  {
    file: 'symfony.php',
    engine: 'twig',
    kind: 'symfony',
    pieces: called('{{ useresponse() }}'),
    platform: 'symfony',
  },
  {
    file: 'django.py',
    engine: 'django',
    kind: 'django',
    pieces: called('{% load useresponse %}{% useresponse %}'),
    platform: 'django',
  },
  {
    file: 'flask.py',
    engine: 'flask',
    kind: 'flask',
    pieces: called('{{ useresponse() }}'),
    platform: 'flask',
  },
  { file: 'rails.html.erb', engine: 'rails', kind: 'rails', pieces: whole, platform: 'rails' },
  { file: 'Useresponse.pm', engine: 'perl', kind: 'perl', pieces: whole },
  { file: 'useresponse.go', engine: 'go', kind: 'go', pieces: whole },
  { file: 'Useresponse.java', engine: 'java', kind: 'java', pieces: whole, platform: 'java' },
  { file: 'Useresponse.cs', engine: 'csharp', kind: 'csharp', pieces: whole },
  {
    file: 'express.mjs',
    engine: 'node',
    kind: 'express',
    pieces: called('<%- useresponse %>'),
    platform: 'express',
  },
  { file: 'next.jsx', engine: 'node', kind: 'next', pieces: whole, platform: 'next' },
  { file: 'shopify.liquid', engine: 'liquid', kind: 'liquid', pieces: whole, platform: 'shopify' },
];
