import type { Choices } from '../choices.ts';
import { tagOf, type TagField } from '../tag.ts';

/** How a template says things that only a signed-in visitor has. */
export interface Language {
  /** What stands around them, each on a line of its own. */
  open: string;
  close: string;
  /** Expressions for them. */
  token: string;
  email: string;
  name: string;
  /** Prints an expression's value between the quotes of an attribute, escaped. */
  print(expression: string): string;
  /** Prints it as JSON, escaped just so. */
  printJson(expression: string): string;
  /** Writes fixed text, where the language knows more special characters than others. */
  text?: (value: string) => string;
}

/**
 * The hint, the script and the tag. The start tag's `>` follows its last attribute: on a line of its own it would be a quotation in
 * Markdown. What depends on the visitor comes first, so that the last attribute is always there.
 */
export function markup(choices: Choices, language?: Language): string {
  const tag = tagOf(choices);
  const text = language?.text ?? inert;
  const fixed = tag.attributes.map(([name, value]) => `${name}="${text(value)}"`);
  const own = language && choices.recognise ? visitor(choices, language) : [];
  const attributes = [...own, ...fixed];
  const start =
    attributes.length > 1 ? attributes.map((line) => `\n  ${line}`).join('') : ` ${attributes.join('')}`;
  const link = tag.link && `\n  <a href="${text(tag.link.address)}">${text(tag.link.text)}</a>\n`;
  const preload = tag.preload ? `<link rel="preload" as="script" href="${text(tag.preload)}">\n` : '';
  return `${preload}<script src="${text(tag.script)}" async></script>
<useresponse-widget${start.trimEnd()}>${link ?? ''}</useresponse-widget>`;
}

function visitor(choices: Choices, language: Language): string[] {
  const { fields, properties } = tagOf(choices);
  const { open, close, token, email, name, print, text = inert } = language;
  const value = (field: TagField): string => (field.isExpression ? print(field.value) : text(field.value));
  return [
    open,
    `token="${print(token)}"`,
    `email="${print(email)}"`,
    `name="${print(name)}"`,
    ...fields.map((field) => `${field.key}="${value(field)}"`),
    ...(properties.length ? [`properties="${json(properties, language)}"`] : []),
    close,
  ].filter(Boolean);
}

function json(fields: TagField[], { printJson, text = inert }: Language): string {
  const members = fields.map(({ key, value, isExpression }) => {
    const name = text(`${JSON.stringify(key)}:`);
    return name + (isExpression ? printJson(value) : text(JSON.stringify(value)));
  });
  return text('{') + members.join(',') + text('}');
}

/**
 * Text that means nothing to a template language nor to HTML, between the quotes of an attribute or between tags: whatever
 * begins something somewhere is written as a character reference. A file of HTML can't hold a NUL.
 */
export const inert = (text: string): string =>
  text.replace(/\u0000/g, '').replace(/[&<>"'`{}[\]\\\t\r\n]/g, (character) => {
    return NAMED[character] ?? `&#${character.charCodeAt(0)};`;
  });

const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The same for languages to which an at sign means something. */
export const inertAt = (text: string): string => inert(text).replaceAll('@', '&#64;');

export function indent(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by);
}
