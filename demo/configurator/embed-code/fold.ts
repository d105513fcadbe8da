import { COMMENTED, UNKNOWN } from './unwrap.ts';

/**
 * Puts together the strings that a script puts together with plus signs or in templates, as far as that can be told from
 * reading it: nothing is ever run. What can't be told becomes `UNKNOWN`.
 */
export function fold(script: string): string {
  const joined = join(
    script.replace(CONCAT, (_, before: string, parts: string) => before + parts.replace(/^|,/g, ' + ')),
    () => undefined,
  );
  const known = assignments(joined);
  const value = (name: string, at: number): string => known(name, at) ?? UNKNOWN;
  const whole = join(joined, value).replace(/\$\{ ?([\w$.]{1,60}) ?\}/g, (_, name: string, at: number) =>
    value(name, at),
  );
  return whole.replace(BEFORE, (all, name: string, quote: string, at: number) => {
    const start = known(name, at);
    return start === undefined ? all : quote + start;
  });
}

type Lookup = (name: string, at: number) => string | undefined;

const GAP = `[ \\n${COMMENTED}]{0,6}`;
/** After form encoding, a space is a plus sign too. */
const PLUS = `${GAP}\\+[ \\n${COMMENTED}+]{0,8}`;
const NAME = '[\\w$.]{1,60}';
/** From the end of a string, over up to four names, to the beginning of the next. */
const JOINT = new RegExp(`["'\`]${PLUS}((?:${NAME}${PLUS}){0,4})["'\`]`, 'g');
/** What compilers make of a template: `"a".concat(b, "c")`. */
const CONCAT = /(["'`]) ?\.concat\(((?: ?(?:["'`][^"'`\n()]{0,300}["'`]|[\w$.]{1,60}) ?,?){1,8})\)/g;
/** A name in front of a string that begins like a path. */
const BEFORE = new RegExp(`(?<![\\w$.])(${NAME})${PLUS}(["'\`])(?=/)`, 'g');
const STRING = new RegExp(`(?<![\\w$.])([\\w$]{1,40}) ?= ?["'\`]([^"'\`\\n]{0,300})["'\`](?!${GAP}\\+)`, 'g');
/** No embed code has more than one for a name; a page may hold several codes. */
const MAX_ASSIGNMENTS = 20;
/** A number that is reckoned with is another one in the end. */
const NUMBER = /(?<![\w$.])([\w$]{1,40}) ?= ?(\d{1,12})(?![\w.]| ?(?:[-+*%|&?]|\/[^/*]))/g;

/** Without a value for the names in between, a joint stays as it is. */
const join = (script: string, value: Lookup): string =>
  script.replace(JOINT, (joint, names: string, at: number) => {
    let middle = '';
    for (const name of names.match(/[\w$.]+/g) ?? []) {
      const part = value(name, at);
      if (part === undefined) return joint;
      middle += part;
    }
    return middle;
  });

/** What a name was last given before a place; of a name that only comes later, the first. */
function assignments(script: string): Lookup {
  const all = new Map<string, { at: number; text: string }[]>();
  for (const pattern of [STRING, NUMBER]) {
    for (const { index, 1: name, 2: text } of script.matchAll(pattern)) {
      const given = all.get(name!) ?? [];
      if (given.length < MAX_ASSIGNMENTS) all.set(name!, [...given, { at: index, text: text! }]);
    }
  }
  return (name, at) => {
    if (/(?:^|\.)location\.protocol$/.test(name)) return 'https:';
    const given = all.get(name);
    return given && (given.filter((each) => each.at < at).at(-1) ?? given[0])?.text;
  };
}
