import { differenceOf, ratioOf, summarize, type Estimate, type Summary } from './statistics.ts';

export type Unit = 'ms' | 'bytes' | 'kB' | 'per second' | '';

/** One line of the table. */
export interface Row {
  what: string;
  contender: string;
  unit: Unit;
  summary: Summary;
  /** How it stands beside another contender: so many times as much, or so much more. */
  beside?: { to: string; kind: 'ratio' | 'difference' } & Estimate;
  goal?: Goal;
}

/** `open` where the noise is larger than what the goal is missed or reached by. */
interface Goal {
  text: string;
  outcome: 'yes' | 'no' | 'open';
}

type Values = [name: string, values: number[]];

/** Figures alone. */
export const row = (what: string, [contender, values]: Values, unit: Unit = 'ms'): Row => ({
  what,
  contender,
  unit,
  summary: summarize(values),
});

/** Figures that are to stay below a limit. */
export function limited(what: string, mine: Values, unit: Unit, most: number): Row {
  const plain = row(what, mine, unit);
  return {
    ...plain,
    goal: { text: `≤ ${most}${unit && ` ${unit}`}`, outcome: plain.summary.median <= most ? 'yes' : 'no' },
  };
}

/** What the ratio to another contender ought to be. */
type Wanted = { most: number } | { least: number };

/** Figures beside another contender's. */
export function compared(
  what: string,
  mine: Values,
  theirs: Values,
  wanted?: Wanted,
  unit: Unit = 'ms',
): Row {
  const [to] = theirs;
  const ratio = ratioOf(mine[1], theirs[1]);
  return {
    ...row(what, mine, unit),
    beside: { to, kind: 'ratio', ...ratio },
    ...(wanted && { goal: judge(ratio, wanted, to) }),
  };
}

/** Figures of which none is to be larger than another contender's, but for the noise. */
export function noMoreThan(what: string, mine: Values, theirs: Values, unit: Unit = 'ms'): Row {
  const [to] = theirs;
  const difference = differenceOf(mine[1], theirs[1]);
  return {
    ...row(what, mine, unit),
    beside: { to, kind: 'difference', ...difference },
    goal: { text: `no more than ${to}`, outcome: difference.low > 0 ? 'no' : 'yes' },
  };
}

function judge({ low, high }: Estimate, wanted: Wanted, to: string): Goal {
  const isMost = 'most' in wanted;
  const limit = isMost ? wanted.most : wanted.least;
  const isReached = isMost ? high <= limit : low >= limit;
  const isMissed = isMost ? low > limit : high < limit;
  return {
    text: `${isMost ? '≤' : '≥'} ${limit} × ${to}`,
    outcome: isReached ? 'yes' : isMissed ? 'no' : 'open',
  };
}
