import { problem, type ErrorCode } from '../../messages.ts';
import type { Snapshot } from '../snapshot.ts';
import { TEXTS } from '../texts.ts';

/** Whether the core finds that wrong with the attribute, field or call. */
export const isTold = ({ config }: Snapshot, code: ErrorCode, subject: string): boolean =>
  config.problems.some(({ message }) => message === problem(code, subject).message);

/** Placeholders that the core takes for text: of ERB and JSP, Blade, Ruby and mail. */
const MARKS = /^\s*(?:<%[^]*%>|\{!![^]*!!\}|#\{[^]*\}|\*\|\w+\|\*)\s*$/;
export const isMarked = (value: string): boolean => MARKS.test(value);

/** Names of events as a report may have them: what is put there by mistake, such as an address, stays on the screen. */
export const namesOf = (events: readonly string[]): { text: string; more: { shown?: string } } => {
  const names = events.map((name) => (/^[a-z][\w:.-]{0,40}$/i.test(name) ? name : '…'));
  return { text: names.join(' '), more: names.includes('…') ? { shown: events.join(' ') } : {} };
};

/** What there is to say about every template that nobody has filled in. */
export const UNRENDERED = { todo: TEXTS.template.todo, code: 'template-not-rendered' } as const;
