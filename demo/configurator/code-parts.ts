/** A piece of a text in some language, and what it is, where it is more than plain code. */
export interface CodePart {
  text: string;
  kind?: string;
}

/**
 * Comments, strings and tags of any of the platforms' languages, told apart as well as can be without knowing the language.
 */
const PARTS = new RegExp(
  [
    String.raw`(?<comment><!--[^]*?-->|\/\*[^]*?\*\/|\{#.*?#\}|^[ \t]*(?:\/\/|# ).*$)`,
    String.raw`(?<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')`,
    String.raw`(?<tag><\/?[a-z][\w-]*|(?<![-=])\/?>)`,
    String.raw`(?<mark><\?php|<\?=|\?>|<%[=#]?|%>|\{\{-?|-?\}\}|\{%-?|-?%\})`,
  ].join('|'),
  'gim',
);

/** All of the text, in pieces: put together again they are the text. */
export function partsOf(code: string): CodePart[] {
  const parts: CodePart[] = [];
  let end = 0;
  for (const { 0: text, index, groups } of code.matchAll(PARTS)) {
    const [kind] = Object.entries(groups!).find(([, found]) => found !== undefined)!;
    parts.push({ text: code.slice(end, index) }, { text, kind });
    end = index + text.length;
  }
  return [...parts, { text: code.slice(end) }];
}
