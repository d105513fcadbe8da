import type { ErrorCode } from '../messages.ts';
import type { Excerpt } from './json-diagnosis.ts';

/** `good`: a tick; `bad`: a cross; `note`: worth a look; `open`: can't be told, or not yet. */
export type Verdict = 'good' | 'bad' | 'note' | 'open';

/** What one check has found. */
export interface Finding {
  /** The same for the same thing from look to look. */
  id: string;
  verdict: Verdict;
  /** What was looked at, in a few words. */
  label: string;
  /** What was found. No value from the page is in it: it goes into the report for the support desk. */
  found: string;
  /** What to do about it. */
  todo?: string;
  /** What was found word for word. Stays on the screen of whoever looks at the page. */
  shown?: string;
  /** The place of a mistake; stays on the screen as well. */
  excerpt?: Excerpt;
  code?: ErrorCode;
}

/** Builds findings of one id and label. */
export const finder =
  (id: string, label: string) =>
  (verdict: Verdict, found: string, more: Omit<Partial<Finding>, 'id' | 'label'> = {}): Finding => ({
    id,
    label,
    verdict,
    found,
    ...more,
  });
