/** What would end a value, or not arrive as it was: the parser takes every line end for a line feed. */
const REFERENCES: Record<string, string> = {
  '&': '&amp;',
  '"': '&quot;',
  "'": '&#39;',
  '<': '&lt;',
  '>': '&gt;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** What no HTML can hold becomes what every parser makes of it: U+FFFD. */
export const readable = (text: string): string => text.replace(/\p{Surrogate}|\0/gu, '\ufffd');

const escape = (text: string): string =>
  readable(text).replace(/[&"'<>\t\n\r]/g, (character) => REFERENCES[character] as string);

export type Value = string | number | boolean | null | undefined;

/** Whether the tag would find nothing there; `false` is what is left of `user && user.email` where there is nobody. */
export const isBlank = (value: Value): boolean => value == null || value === false || !`${value}`.trim();

/** Attributes in the form in which they stand in a start tag, each with a space before it; those without a value are left out. */
export const attributes = (values: Record<string, Value>): string =>
  Object.entries(values)
    .map(([name, value]) =>
      value == null || value === '' || value === false ? '' : ` ${name}="${escape(`${value}`)}"`,
    )
    .join('');
