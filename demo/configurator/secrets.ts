/** The constant in every chat's address looks like a key and is none. */
const PUBLIC = /^uriid_/;

/** Long, of one piece, with letters and digits mixed: no word, no name, no number. */
const KEY = /^(?=.*[a-z])(?=(?:.*\d){3})[\w+/=-]{20,}$/i;

/** Whether a text has something in it that looks like a security key or a token, which nobody should paste into a page. */
export const looksSecret = (text: string): boolean =>
  text.length < 2_000 &&
  text
    .split(/[\s"'`()<>,;:.?&]+/)
    .some((word) => !PUBLIC.test(word) && !word.includes('//') && KEY.test(word) && !/\/.*\//.test(word));
