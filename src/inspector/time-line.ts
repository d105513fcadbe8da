import type { Snapshot, Step } from './snapshot.ts';
import { TEXTS } from './texts.ts';

export interface Moment {
  at: number;
  text: string;
}

const NAMES = ['config', 'identify', 'ready', 'clear', 'error'] as const;

/** Everything that happened, oldest first; the tag that was read again and again only once. */
export function timeLine({ steps, delivery }: Pick<Snapshot, 'steps' | 'delivery'>): Moment[] {
  const first = steps.find(({ name }) => name === 'config');
  const moments = steps
    .filter((step) => step.name !== 'config' || step === first)
    .flatMap((step) => {
      const text = textOf(step);
      return text ? [{ at: step.at, text }] : [];
    });
  if (delivery)
    moments.push(
      { at: delivery.from, text: TEXTS.steps.request },
      { at: delivery.to, text: TEXTS.steps.arrival },
    );
  return moments.sort((one, other) => one.at - other.at);
}

function textOf({ name, detail = '' }: Step): string | undefined {
  const known = NAMES.find((each) => each === name);
  const text = known && TEXTS.steps[known];
  return typeof text === 'function' ? text(detail) : text;
}
