import { ratioOf, summarize, type Ratio, type Summary, type Values } from './statistics.ts';

export type Unit = 'ms' | 'bytes' | '';

/** One line of the table. */
export interface Row {
  what: string;
  contender: string;
  unit: Unit;
  summary: Summary;
  ratio?: Ratio & { to: string };
  goal?: Goal;
}

/** `open` where the noise is larger than what the goal is missed or reached by. */
export interface Goal {
  text: string;
  outcome: 'yes' | 'no' | 'open';
}

/** A line of figures alone. */
export const row = (what: string, contender: string, values: Values, unit: Unit = 'ms'): Row => ({
  what,
  contender,
  unit,
  summary: summarize(values),
});

/** A line of figures beside another contender's, and perhaps with what the ratio ought to be at most. */
export function compared(
  what: string,
  [contender, values]: [string, Values],
  [to, others]: [string, Values],
  most?: number,
): Row {
  const ratio = ratioOf(values, others);
  return {
    ...row(what, contender, values),
    ratio: { to, ...ratio },
    ...(most !== undefined && { goal: { text: `≤ ${most} × ${to}`, outcome: judge(ratio, most) } }),
  };
}

function judge({ low, high }: Ratio, most: number): Goal['outcome'] {
  if (high <= most) return 'yes';
  return low > most ? 'no' : 'open';
}
