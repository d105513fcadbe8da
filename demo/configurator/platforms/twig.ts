import type { Choices, Platform } from '../choices.ts';
import { tagOf } from '../tag.ts';
import { indent, inertAt, markup, type Language } from './markup.ts';

/** Sites whose pages are made by PHP's template engines: Drupal, Symfony and Laravel. */

/** A plain name is escaped anyway; of a string in an expression Twig believes that it is markup. */
const twig: Omit<Language, 'email' | 'name'> = {
  open: '{% if token %}',
  close: '{% endif %}',
  token: 'token',
  print: (expression) => (/^[\w.]+$/.test(expression) ? `{{ ${expression} }}` : `{{ (${expression})|e }}`),
  printJson: (expression) => `{{ (${expression})|json_encode|e }}`,
};

const DRUPAL_INFO = `name: UseResponse tag
type: module
description: 'Puts the chat of UseResponse into every page.'
core_version_requirement: ^9.3 || ^10 || ^11
`;

/** Expressions are PHP here; they are worked out before the template gets them, as `field_1` and so on. */
function drupalModule(choices: Choices): string {
  const { fields, properties } = tagOf(choices);
  const expressions = [...fields, ...properties].filter(({ isExpression }) => isExpression);
  const names = new Map(expressions.map(({ value }, index) => [value, `field_${index + 1}`]));
  const context = [...names]
    .map(([expression, name]) => `      '${name}' => (string) (${expression}),\n`)
    .join('');
  const named: Choices = {
    ...choices,
    fields: choices.fields.map((field) => ({ ...field, value: nameOf(field, names) })),
  };
  const template = indent(markup(named, { ...twig, email: 'email', name: 'name' }), '    ').trim();
  const visitor = `  $account = \\Drupal::currentUser();
  $user = $account->isAuthenticated() ? \\Drupal\\user\\Entity\\User::load($account->id()) : NULL;
  $email = $user ? (string) $user->getEmail() : '';
  $key = \\Drupal\\Core\\Site\\Settings::get('useresponse_key', '');
  $token = $key && $email ? hash('sha256', $key . $email) : '';
`;
  const cache = `    '#context' => $token ? [
      'token' => $token,
      'email' => $email,
      'name' => (string) $user->getDisplayName(),
${context}    ] : ['token' => ''],
    // Each visitor has a page of his own.
    '#cache' => ['contexts' => ['user'], 'tags' => $user ? $user->getCacheTags() : []],
`;
  return `<?php

/**
 * Implements hook_page_bottom().
 */
function useresponse_page_bottom(array &$page_bottom) {
${choices.recognise ? visitor : ''}  $page_bottom['useresponse'] = [
    '#type' => 'inline_template',
    '#template' => '${template}
    ',
${choices.recognise ? cache : ''}  ];
}
`;
}

/** The template stands in a string of PHP. */
const inString = (html: string): string => html.replace(/[\\']/g, '\\$&');

const nameOf = ({ value, isExpression }: Choices['fields'][number], names: Map<string, string>): string =>
  (isExpression && names.get(value.trim())) || value;

const drupal: Platform = {
  id: 'drupal',
  group: 'cms',
  beside: inString,
  canRecognise: true,
  tried: 'engine',
  snippets: (choices) => [
    ...(choices.recognise
      ? [{ id: 'key', language: 'php' as const, code: "$settings['useresponse_key'] = '';" }]
      : []),
    { id: 'info', language: 'yaml', code: DRUPAL_INFO },
    { id: 'tag', language: 'php', code: drupalModule(choices) },
  ],
};

const SYMFONY_TOKEN = `<?php

namespace App\\Twig;

use Symfony\\Component\\DependencyInjection\\Attribute\\Autowire;
use Twig\\Extension\\AbstractExtension;
use Twig\\TwigFunction;

final class UseresponseExtension extends AbstractExtension
{
    public function __construct(
        #[Autowire('%env(default::USERESPONSE_KEY)%')] private readonly ?string $key,
    ) {
    }

    public function getFunctions(): array
    {
        return [new TwigFunction('useresponse_token', $this->token(...))];
    }

    /** Empty for a visitor who is not signed in. */
    public function token(?string $email): string
    {
        return $this->key && $email ? hash('sha256', $this->key.$email) : '';
    }
}
`;

const symfony: Platform = {
  id: 'symfony',
  group: 'code',
  canRecognise: true,
  tried: 'engine',
  snippets(choices) {
    if (!choices.recognise) return [{ id: 'tag', language: 'twig', code: markup(choices) }];
    const code = `{% set email = app.user.email ?? '' %}
{% set token = useresponse_token(email) %}
${markup(choices, { ...twig, email: 'email', name: "app.user.name ?? ''" })}`;
    return [
      { id: 'key', language: 'ini', code: 'USERESPONSE_KEY=' },
      { id: 'server', language: 'php', code: SYMFONY_TOKEN },
      { id: 'tag', language: 'twig', code },
    ];
  },
};

const laravel: Platform = {
  id: 'laravel',
  group: 'code',
  canRecognise: true,
  tried: 'engine',
  snippets(choices) {
    const language: Language = {
      open: '@if ($token)',
      close: '@endif',
      token: '$token',
      email: '$user->email',
      name: '$user->name',
      print: (expression) => `{{ ${expression} }}`,
      printJson: (expression) => `{{ json_encode((string) (${expression}), JSON_INVALID_UTF8_SUBSTITUTE) }}`,
      text: inertAt,
    };
    if (!choices.recognise) return [{ id: 'tag', language: 'blade', code: markup(choices, language) }];
    const code = `@php
    $user = auth()->user();
    $key = config('services.useresponse.key');
    $token = $key && $user?->email ? hash('sha256', $key . $user->email) : '';
@endphp
${markup(choices, language)}`;
    return [
      { id: 'key', language: 'ini', code: 'USERESPONSE_KEY=' },
      { id: 'config', language: 'php', code: "'useresponse' => ['key' => env('USERESPONSE_KEY')]," },
      { id: 'tag', language: 'blade', code },
    ];
  },
};

export const twigPlatforms: Platform[] = [drupal, symfony, laravel];
