/** What is wrong with an expression as it was typed in: in a site's template it would break the whole page. */
export type ExpressionFault = 'wrapped' | 'curly' | 'open';

/** What belongs around an expression in a template, and is written there by the platform's text. */
const WRAPPED = /^\s*(?:<[?%]|\{[{%!#]|@\(|(?:echo|print|return)\b(?!\s*[=.(]))|(?:[?%]>|[}%!#]\}|;)\s*$/;
const CURLY = /[\u2018-\u201f\u00ab\u00bb]/;
const CLOSING: Record<string, string> = { '(': ')', '[': ']', '{': '}' };

export function faultOf(expression: string): ExpressionFault | undefined {
  if (CURLY.test(expression)) return 'curly';
  if (WRAPPED.test(expression) && !isWhole(expression.trim())) return 'wrapped';
  return isClosed(expression) ? undefined : 'open';
}

/** In some languages an expression may end with two braces of its own. */
const isWhole = (expression: string): boolean =>
  /^[^<{@;][^;]*\}\}$/.test(expression) && isClosed(expression);

/** Whether every bracket and quotation mark has its other half. */
function isClosed(expression: string): boolean {
  const awaited: string[] = [];
  let quote = '';
  for (let at = 0; at < expression.length; at += 1) {
    const character = expression[at]!;
    if (quote) {
      if (character === '\\') at += 1;
      else if (character === quote) quote = '';
    } else if (/["'`]/.test(character)) quote = character;
    else if (CLOSING[character]) awaited.push(CLOSING[character]);
    else if (/[)\]}]/.test(character) && awaited.pop() !== character) return false;
  }
  return !quote && awaited.length === 0;
}
