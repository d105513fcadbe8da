import type { Choices, Platform } from '../choices.ts';
import { tagOf, type TagField } from '../tag.ts';
import { indent, inert, markup, type Language } from './markup.ts';

/** Sites that Node renders: Express with EJS, and Next. */

const EXPRESS_TOKEN = `import { createHash } from 'node:crypto';

/** Tells every template who is signed in; the token is empty for nobody. */
export function useresponse(request, response, next) {
  const { user } = request;
  const key = process.env.USERESPONSE_KEY;
  response.locals.user = user;
  response.locals.useresponseToken =
    key && user?.email ? createHash('sha256').update(key + user.email).digest('hex') : '';
  next();
}
`;

const ejs: Language = {
  open: '<% if (useresponseToken) { %>',
  close: '<% } %>',
  token: 'useresponseToken',
  email: 'user.email',
  name: 'user.name',
  print: (expression) => `<%= ${expression} %>`,
  printJson: (expression) => `<%= JSON.stringify(String((${expression}) ?? '')) %>`,
};

const express: Platform = {
  id: 'express',
  group: 'code',
  canRecognise: true,
  tried: 'engine',
  snippets: (choices) => [
    ...(choices.recognise ? [{ id: 'server', language: 'js' as const, code: EXPRESS_TOKEN }] : []),
    { id: 'tag', language: 'html', code: markup(choices, ejs) },
  ],
};

/** A custom element gets attributes from the server: what is no string would come out as something else. */
const value = ({ value: given, isExpression }: TagField): string =>
  isExpression ? `String((${given}) ?? '')` : JSON.stringify(given);

function nextComponent(choices: Choices): string {
  const { fields, properties } = tagOf(choices);
  const own = [
    'token',
    'email: user.email',
    "name: user.name ?? ''",
    ...fields.map((field) => `${field.key}: ${value(field)}`),
  ];
  if (properties.length) {
    const members = properties.map((field) => `[${JSON.stringify(field.key)}]: ${value(field)}`);
    own.push(`properties: JSON.stringify({ ${members.join(', ')} })`);
  }
  const visitor = `  const key = process.env.USERESPONSE_KEY;
  const token = key && user?.email ? createHash('sha256').update(key + user.email).digest('hex') : '';
  const visitor = token
    ? {
${own.map((line) => `        ${line},\n`).join('')}      }
    : {};
`;
  const tag = indent(jsx(choices), '      ');
  return `${choices.recognise ? "import { createHash } from 'node:crypto';\n\n" : ''}export function Useresponse(${choices.recognise ? '{ user }' : ''}) {
${choices.recognise ? visitor : ''}  return (
    <>
${tag}
    </>
  );
}
`;
}

/** JSX reads character references as HTML does. */
function jsx(choices: Choices): string {
  const { script, preload, attributes, link } = tagOf(choices);
  const fixed = attributes.map(([name, given]) => `\n  ${name}="${inert(given)}"`);
  const visitor = choices.recognise ? '\n  {...visitor}' : '';
  const inside = link ? `\n  <a href="${inert(link.address)}">${inert(link.text)}</a>\n` : '';
  const hint = preload ? `<link rel="preload" as="script" href="${inert(preload)}" />\n` : '';
  return `${hint}<script src="${inert(script)}" async></script>
<useresponse-widget${visitor}${fixed.join('')}>${inside}</useresponse-widget>`;
}

const next: Platform = {
  id: 'next',
  group: 'code',
  canRecognise: true,
  tried: 'engine',
  snippets: (choices) => [
    ...(choices.recognise ? [{ id: 'key', language: 'ini' as const, code: 'USERESPONSE_KEY=' }] : []),
    { id: 'tag', language: 'jsx', code: nextComponent(choices) },
  ],
};

export const nodePlatforms: Platform[] = [express, next];
