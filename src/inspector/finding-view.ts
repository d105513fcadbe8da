import { pageOf, type ErrorCode } from '../messages.ts';
import { h } from './dom.ts';
import { EXPLANATIONS } from './explanations.ts';
import type { Finding } from './finding.ts';
import type { Excerpt } from './json-diagnosis.ts';
import { TEXTS } from './texts.ts';

const MARKS: Record<Finding['verdict'], string> = { good: '✓', bad: '✗', note: '!', open: '–' };

/** A whole text need not be seen to be known again. */
const LONGEST = 200;
const clip = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

export function viewFinding({ verdict, label, found, todo, shown, excerpt, code }: Finding): HTMLElement {
  return h(
    'li',
    { class: verdict },
    h('span', { class: 'mark', 'aria-hidden': 'true' }, MARKS[verdict]),
    h(
      'div',
      {},
      h(
        'p',
        {},
        h('span', { class: 'hidden' }, `${TEXTS.verdicts[verdict]}: `),
        h('b', {}, label),
        ` ${found}`,
      ),
      // What is on the page may be written from right to left.
      shown !== undefined && shown !== '' && h('code', { dir: 'auto' }, clip(shown)),
      excerpt && viewExcerpt(excerpt),
      todo !== undefined && h('p', { class: 'todo' }, todo),
      code && viewExplanation(code),
    ),
  );
}

function viewExplanation(code: ErrorCode): HTMLElement {
  const { effect, causes, remedies } = EXPLANATIONS[code];
  const list = (items: string[]): HTMLElement =>
    h('ul', { class: 'plain' }, ...items.map((item) => h('li', {}, ...words(item))));
  return h(
    'details',
    {},
    h('summary', {}, TEXTS.panel.about(code)),
    h('p', {}, ...words(effect)),
    h('h4', {}, TEXTS.panel.causes),
    list(causes),
    h('h4', {}, TEXTS.panel.remedies),
    list(remedies),
    h('a', { href: pageOf(code), target: '_blank', rel: 'noopener' }, TEXTS.panel.page),
  );
}

/** What stands between backticks is code. */
const words = (text: string): (Node | string)[] =>
  text.split('`').map((part, index) => (index % 2 ? h('code', {}, part) : part));

function viewExcerpt({ line, character, text, indent }: Excerpt): HTMLElement {
  const place = h('small', {}, TEXTS.panel.place(line, character));
  return h(
    'div',
    {},
    h(
      'pre',
      { tabindex: '0' },
      text.slice(0, indent),
      h('i', {}, text.charAt(indent)),
      text.slice(indent + 1),
      '\n',
      h('i', { 'aria-hidden': 'true' }, `${' '.repeat(indent)}^`),
    ),
    place,
  );
}
