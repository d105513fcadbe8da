/** Finds the first mistake in a text that should be a JSON object, as people and templates make them. Knows no DOM. */

export type Mistake =
  | 'object-as-text'
  | 'escaped-twice'
  | 'encoded-twice'
  | 'odd-space'
  | 'curly-quotes'
  | 'single-quotes'
  | 'no-quotes'
  | 'other-language'
  | 'missing-comma'
  | 'trailing-comma'
  | 'inner-quote'
  | 'missing-colon'
  | 'missing-value'
  | 'line-break'
  | 'bad-escape'
  | 'cut-off'
  | 'text-after'
  | 'not-an-object'
  | 'unexpected';

export interface Diagnosis {
  mistake: Mistake;
  /** Where it is: an index into the text. */
  at: number;
}

const CURLY = /[“”„‟«»‘’‚‛″]/;
/** What other languages print in place of JSON: Python, PHP, JavaScript, Ruby. */
const OTHER_LANGUAGE = /^(True|False|None|Array|array\s*\(|stdClass|nil|undefined|NaN|Infinity|=>)/;
/** Spaces to the eye, or nothing at all; JSON knows only the plain one. */
const ODD_SPACE = /[\s\u200b-\u200f\u2060\ufeff]/;
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?(?![\w.])/;
const WORD = /^(true|false|null)(?!\w)/;
const ESCAPE = /^\\(["\\/bfnrt]|u[\da-fA-F]{4})/;

/** Thrown to leave the descent at the first mistake. */
class Found extends Error {
  readonly diagnosis: Diagnosis;
  constructor(mistake: Mistake, at: number) {
    super(mistake);
    this.diagnosis = { mistake, at };
  }
}

/** Nothing, where the text is a JSON object. */
export function diagnoseJson(text: string): Diagnosis | undefined {
  const objectAsText = text.indexOf('[object ');
  if (objectAsText >= 0 && !text.includes('{')) return { mistake: 'object-as-text', at: objectAsText };
  const entity = /&(amp;)*(quot|#0*34|#x0*22|apos|#0*39);/i.exec(text);
  try {
    new Reader(text).readAll();
    return undefined;
  } catch (found) {
    // A text that was escaped twice is wrong from its first quotation mark on.
    if (entity) return { mistake: 'escaped-twice', at: entity.index };
    // Nested deeper than the reader can follow.
    return found instanceof Found ? found.diagnosis : { mistake: 'unexpected', at: 0 };
  }
}

class Reader {
  #at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  readAll(): void {
    this.#space();
    if (this.#peek() !== '{') {
      if (this.#peek() === '"' && isJson(this.#text) && /^\s*"\s*\{/.test(this.#text))
        this.#fail('encoded-twice');
      if (/^(\[|"|-?\d|true|false|null)/.test(this.#rest) && isJson(this.#text)) this.#fail('not-an-object');
      this.#failHere();
    }
    this.#object();
    this.#space();
    if (this.#peek()) this.#fail('text-after');
  }

  get #rest(): string {
    return this.#text.slice(this.#at);
  }

  #peek(): string {
    return this.#text.charAt(this.#at);
  }

  #fail(mistake: Mistake, at = this.#at): never {
    throw new Found(mistake, at);
  }

  /** Something else should stand here: says what it is that stands here. */
  #failHere(otherwise: Mistake = 'unexpected'): never {
    const { [this.#at]: next } = this.#text;
    if (next === undefined) this.#fail('cut-off', this.#text.length);
    if (CURLY.test(next)) this.#fail('curly-quotes');
    if (next === "'" || next === '`') this.#fail('single-quotes');
    if (ODD_SPACE.test(next)) this.#fail('odd-space');
    if (/^\\+"/.test(this.#rest)) this.#fail('encoded-twice');
    if (OTHER_LANGUAGE.test(this.#rest)) this.#fail('other-language');
    this.#fail(otherwise);
  }

  /** A comma or the end should stand here. */
  #failBetween(): never {
    const isText = this.#text.charAt(this.#at - 1) === '"' || /"\s+$/.test(this.#text.slice(0, this.#at));
    // Text goes on where it has ended: the mark was meant to be part of it.
    if (isText && /[\p{L}\d.!?'’()&/\\<>-]/u.test(this.#peek()))
      this.#fail('inner-quote', this.#text.lastIndexOf('"', this.#at - 1));
    this.#failHere(/["\w{[-]/.test(this.#peek()) ? 'missing-comma' : 'unexpected');
  }

  #space(): void {
    while (/[ \t\n\r]/.test(this.#peek())) this.#at++;
  }

  #value(): void {
    if (this.#peek() === '{') return this.#object();
    if (this.#peek() === '[') return this.#list();
    if (this.#peek() === '"') return this.#string();
    const [plain] = NUMBER.exec(this.#rest) ?? WORD.exec(this.#rest) ?? [];
    if (plain) this.#at += plain.length;
    else if (/[,}\]]/.test(this.#peek())) this.#fail('missing-value');
    else this.#failHere('no-quotes');
  }

  #object(): void {
    this.#members('}', () => {
      if (this.#peek() === '"') this.#string();
      else this.#failHere(/[\w$]/.test(this.#peek()) ? 'no-quotes' : 'unexpected');
      this.#space();
      if (this.#peek() !== ':') this.#failHere('missing-colon');
      this.#at++;
      this.#space();
      this.#value();
    });
  }

  #list(): void {
    this.#members(']', () => this.#value());
  }

  #members(end: string, readMember: () => void): void {
    this.#at++;
    this.#space();
    if (this.#peek() === end) return void this.#at++;
    for (;;) {
      readMember();
      this.#space();
      if (this.#peek() === end) return void this.#at++;
      if (this.#peek() !== ',') this.#failBetween();
      const comma = this.#at++;
      this.#space();
      if (this.#peek() === end) this.#fail('trailing-comma', comma);
    }
  }

  #string(): void {
    const start = this.#at++;
    for (; this.#peek() !== '"'; this.#at++) {
      if (!this.#peek()) this.#failInText(start, 'cut-off');
      // A quotation mark that is missing shows at the end of the line.
      if (this.#peek() < ' ') this.#fail('line-break');
      if (this.#peek() !== '\\') continue;
      const [escape] = ESCAPE.exec(this.#rest) ?? this.#fail('bad-escape');
      this.#at += escape.length - 1;
    }
    this.#at++;
    if (!/^\s*([,:}\]]|$)/.test(this.#rest)) this.#failInText(start);
  }

  /** A curly mark can end what a straight one has begun: then the text runs into the next. */
  #failInText(start: number, otherwise?: Mistake): void {
    const curly = this.#text.slice(start, this.#at).search(/[”“]\s*[,:}]/);
    if (curly >= 0) this.#fail('curly-quotes', start + curly);
    if (otherwise) this.#fail(otherwise);
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The line of the text in which something is, as far as it is shown. */
export interface Excerpt {
  /** The place in the whole text, each counted from 1. */
  line: number;
  character: number;
  /** What is shown of the line, and how much of it stands before the place. */
  text: string;
  indent: number;
}

/** How much of a long line is shown: as much as stands side by side on a phone. */
const WIDTH = 36;

export function excerpt(text: string, at: number): Excerpt {
  const before = text.slice(0, at).split(/\r\n?|\n/);
  const start = at - (before.at(-1) as string).length;
  const [whole = ''] = text.slice(start).split(/\r\n?|\n/, 1);
  const index = at - start;
  const from = Math.max(0, Math.min(index - WIDTH / 2, whole.length - WIDTH));
  const to = from + WIDTH;
  const head = from > 0 ? '…' : '';
  const shown = head + whole.slice(from, to) + (to < whole.length ? '…' : '');
  return {
    line: before.length,
    character: index + 1,
    // A tab would move the text, not the caret.
    text: shown.replace(/\t/g, ' '),
    indent: head.length + index - from,
  };
}
