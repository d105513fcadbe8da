import { escapeAttribute } from './escape-attribute.ts';

/** Markup that has been escaped where it had to be. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }

  toString(): string {
    return this.markup;
  }
}

type Value = Html | string | number | false | undefined | Value[];

/** Escapes everything that is put into it, except what is markup already. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(parts.reduce((markup, part, index) => markup + render(values[index - 1]) + part));
}

function render(value: Value): string {
  if (Array.isArray(value)) return value.map(render).join('');
  if (value instanceof Html) return value.markup;
  return value === undefined || value === false ? '' : escapeAttribute(String(value));
}
