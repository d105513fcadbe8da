import { en } from './texts.en.ts';

/** The same keys as in English, with other words. */
type Translated<Part> = Part extends string
  ? string
  : Part extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { [Key in keyof Part]: Translated<Part[Key]> };

export type Texts = Translated<typeof en>;

/** Another language is another file of texts, and a line here. */
export const texts: Texts = en;

/** Puts values in the places of a text that are named in braces. */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
