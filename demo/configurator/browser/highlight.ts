import { html, type TemplateResult } from 'lit';

/**
 * Light colours for a text in any of the platforms' languages: comments, strings and tags, told apart as well as can be
 * without knowing the language. The text itself stays as it is.
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

export function highlight(code: string): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let end = 0;
  for (const { 0: text, index, groups } of code.matchAll(PARTS)) {
    const kind = Object.entries(groups!).find(([, found]) => found !== undefined)![0];
    parts.push(code.slice(end, index), html`<span class=${kind}>${text}</span>`);
    end = index + text.length;
  }
  return [...parts, code.slice(end)];
}
