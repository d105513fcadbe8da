/** Takes off a text what mail, word processors, web pages and programs put around code that is pasted into them. */

/** Each round takes off one layer, of every kind: nobody escapes a code more often than that. */
const MAX_ROUNDS = 6;

const ENTITIES: Record<string, string> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  Tab: '\t',
  NewLine: '\n',
  sol: '/',
  colon: ':',
  semi: ';',
  comma: ',',
  period: '.',
  quest: '?',
  equals: '=',
  plus: '+',
  num: '#',
  lowbar: '_',
  grave: '`',
  lpar: '(',
  rpar: ')',
  lcub: '{',
  rcub: '}',
  dollar: '$',
  ldquo: '"',
  rdquo: '"',
  bdquo: '"',
  laquo: '"',
  raquo: '"',
  lsquo: "'",
  rsquo: "'",
  sbquo: "'",
  ndash: '-',
  mdash: '-',
  hyphen: '-',
  dash: '-',
  shy: '',
  zwnj: '',
  zwj: '',
  lrm: '',
  rlm: '',
};

const INVISIBLE = /[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc]/g;
const SINGLE_QUOTES = /[\u2018-\u201b\u2032\u2035\u02bc\u2039\u203a\uff07\u00b4]/g;
const DOUBLE_QUOTES = /[\u201c-\u201f\u2033\u2036\u00ab\u00bb\u301d-\u301f\uff02]/g;
const DASHES = /[\u2010-\u2015\u2212\uff0d]/g;
const LINE_ENDS = /\r\n?|[\u000b\f\u0085\u2028\u2029]/g;

/** The mark of a line that was commented out, left in place of the slashes. */
export const COMMENTED = '\ue000';
/** Stands for what only a running page would know. */
export const UNKNOWN = '\ue001';

/** The text without its layers; runs of white space have become one space, or one line end. */
export function unwrap(text: string): string {
  let bare = text.replace(/[\ue000\ue001]/g, '');
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const next = straighten(unescapeScript(decodePercent(decodeMail(decodeEntities(bare)))));
    if (next === bare) break;
    bare = next;
  }
  return bare
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .replace(/^ ?\/\/+(?![\w.\u00a1-\ud7ff-]{1,253}(?::\d{1,5})?\/) ?/gm, COMMENTED)
    .trim();
}

const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,8}));/g, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name as string] ?? whole;
    const code = decimal ? Number(decimal) : parseInt(hex as string, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

/** Quoted lines, and the form in which mail travels; there every real equals sign is written as `=3D`. */
function decodeMail(text: string): string {
  const lines = text.replace(/^[ \t]*>(?:[ \t]?>)*[ \t]?/gm, '');
  if (!/=3D["']/.test(lines) || /=(?!\r?\n|[\dA-F]{2})/.test(lines)) return lines;
  return lines
    .replace(/=\r?\n/g, '')
    .replace(/=([2-7][\dA-F])/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** In an address that stands as it is, a `%20` is part of its path. */
const decodePercent = (text: string): string =>
  text.replace(
    /%(?:2[257f]|3[ace])/i.test(text) ? /(?:%[\da-fA-F]{2})+/g : /(?:%[89a-fA-F][\da-fA-F])+/g,
    (codes) => {
      try {
        return decodeURIComponent(codes);
      } catch {
        return codes;
      }
    },
  );

/** What JSON, string literals and Markdown escape. */
const unescapeScript = (text: string): string =>
  text
    .replace(/(?<!\\)\\+\r?\n/g, '')
    .replace(/(?<!\\)\\+(?:u\{?([\da-fA-F]{4})\}?|x([\da-fA-F]{2}))/g, (_, long?: string, short?: string) =>
      String.fromCharCode(parseInt((long ?? short)!, 16)),
    )
    .replace(/(?<!\\)\\+(?:r\\+)?n/g, '\n')
    .replace(/(?<!\\)\\+[rt]/g, ' ')
    .replace(/(?<!\\)\\+(["'`/$<>&_*.:;?=+!#|~()[\]{}-])/g, '$1');

const straighten = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(DASHES, '-')
    .replace(LINE_ENDS, '\n')
    // Links that editors of Markdown make of every host that they see.
    .replace(/\[([^\s[\]]{1,300})\]\((?:https?:)?(?:\/\/)?\1\/?\)/g, '$1')
    // Colours of code on web pages, and the lines of a word processor.
    .replace(/<\/?(?:span|font|wbr|b|i|em|u|o:p)(?: [^<>]*)?\/?>/gi, '')
    .replace(/<\/?(?:br|p|div|pre|code|li|ol|td|tr|tbody|table)(?: [^<>]*)?\/?>/gi, '\n');
