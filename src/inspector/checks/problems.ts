import { problem, type ErrorCode } from '../../messages.ts';
import type { Snapshot } from '../snapshot.ts';
import { TEXTS } from '../texts.ts';

/** Whether the core finds that wrong with the attribute, field or call. */
export const isTold = ({ config }: Snapshot, code: ErrorCode, subject: string): boolean =>
  config.problems.some(({ message }) => message === problem(code, subject).message);

/** What there is to say about every template that nobody has filled in. */
export const UNRENDERED = { todo: TEXTS.template.todo, code: 'template-not-rendered' } as const;
