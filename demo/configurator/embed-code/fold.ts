import { COMMENTED, UNKNOWN } from './unwrap.ts';

/**
 * Puts together the strings that a script puts together with plus signs or in templates, as far as that can be told from
 * reading it: nothing is ever run. What can't be told becomes `UNKNOWN`.
 */
export function fold(script: string): string {
  const joined = join(plusOnly(script), () => undefined);
  const known = assignments(joined);
  const value = (name: string, at: number): string => known(name, at) ?? UNKNOWN;
  const whole = join(joined, value).replace(/\$\{ ?([\w$.]{1,60}) ?\}/g, (_, name: string, at: number) =>
    value(name, at),
  );
  return whole
    .replace(BEFORE, (all, name: string, quote: string, at: number) => {
      const start = known(name, at);
      return start === undefined ? all : quote + start;
    })
    .replace(AFTER, (all, quote: string, names: string, at: number, text: string) => {
      const isId = /[?&;]wid=\d*$/.test(text.slice(Math.max(0, at - REACH), at));
      const parts = (names.match(/[\w$.]+/g) ?? []).map((name) => known(name, at));
      // Of an id, what can't be told may be another digit.
      if (parts.includes(undefined) && !isId) return all;
      return parts.map((part) => part ?? UNKNOWN).join('') + quote;
    });
}

/** Writes with plus signs what scripts put together in other ways. */
function plusOnly(script: string): string {
  let additions = 0;
  let plain = script
    .replace(MADE_IID, 'iid')
    .replace(WRAPPED, '+ $1')
    .replace(JOINED, (_, parts: string, quote: string, between: string) => {
      const items = parts.match(/(?:"[^"]*"|'[^']*'|`[^`]*`|[^,"'`])+/g) ?? [];
      return items.join(between ? ` + ${quote}${between}${quote} + ` : ' + ');
    })
    .replace(ADDED, (all, name: string, at: number, text: string) => {
      if ((additions += 1) > MAX_ADDITIONS) return all;
      const [before = ''] = /[^;\n{}]*$/.exec(text.slice(Math.max(0, at - 2 * REACH), at)) ?? [];
      const [, given] = /^ ?(?:var |let |const )?([\w$.]{1,60}) ?\+?=/.exec(before) ?? [];
      return given === name ? ' + ' : all;
    });
  // Each round takes the first of several calls in a row.
  for (let round = 0; round < 3; round += 1) {
    plain = plain.replace(
      CONCAT,
      (_, before: string, parts: string) => before + parts.replace(/^|,/g, ' + '),
    );
  }
  return plain;
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
/** A name in front of a string that begins like a path, or like the file's name. */
const BEFORE = new RegExp(`(?<![\\w$.])(${NAME})${PLUS}(["'\`])(?=/|chat-|supportCenter)`, 'g');
/** Names and numbers behind a string, at the end of what is put together. */
const AFTER = new RegExp(`(["'\`])((?:${PLUS}${NAME}){1,4})(?=[ ${COMMENTED}]{0,6}(?:[;,)\\]}<\\n]|$))`, 'g');
/** How far back is looked. */
const REACH = 300;
/** The vendor's own way to make the `iid` of a support center. */
const MADE_IID =
  /(["'`])uriid_\1 ?\+ ?\(?(?: ?new Date ?(?:\( ?\))?\)? ?\.getTime\( ?\)| ?Date\.now\( ?\)) ?\)? ?\+ ?(["'`])_\2 ?\+ ?Math\.floor\( ?\(? ?Math\.random\( ?\) ?\* ?100 ?\)? ?\+ ?1 ?\)/g;
/** Brackets, or a call that changes nothing that matters here, around one name. */
const WRAPPED = /\+[ \n]{0,6}(?:encodeURIComponent|escape|String)? ?\( ?([\w$.]{1,60}) ?\)/g;
const JOINED = /\[([^[\]]{1,600})\][ \n]{0,6}\.join\( ?(["'`])([^"'`]{0,5})\2 ?\)/g;
/** No embed code adds to a string more often; whole programs may be pasted along. */
const MAX_ADDITIONS = 500;
/** What is added to a name that was given a string just before. */
const ADDED = /[; \n]{1,8}(?<![\w$.])([\w$.]{1,60}) ?\+= ?/g;
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
    if (/^\d{1,15}$/.test(name)) return name;
    const given = all.get(name);
    return given && (given.filter((each) => each.at < at).at(-1) ?? given[0])?.text;
  };
}
