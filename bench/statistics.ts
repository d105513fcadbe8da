import { median, quantile, sampleWithReplacement, shuffle } from 'simple-statistics';

export interface Summary {
  n: number;
  median: number;
  q1: number;
  q3: number;
}

/** A figure, and the interval that holds 95 % of those that the same rounds, drawn again, would have given. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

const DRAWS = 2_000;

export const summarize = (values: number[]): Summary => ({
  n: values.length,
  median: median(values),
  q1: quantile(values, 0.25),
  q3: quantile(values, 0.75),
});

/** The medians of both divided, one by the other. */
export const ratioOf = (values: number[], others: number[]): Estimate =>
  estimate(values, others, (mine, theirs) => median(mine) / median(theirs));

/** What lies between the medians of both. */
export const differenceOf = (values: number[], others: number[]): Estimate =>
  estimate(values, others, (mine, theirs) => median(mine) - median(theirs));

/** Both were measured in the same rounds, and are drawn in pairs: what has slowed down a round has slowed down both. */
function estimate(
  values: number[],
  others: number[],
  compare: (mine: number[], theirs: number[]) => number,
): Estimate {
  const rounds = values.map((_, round) => round);
  const drawn = Array.from({ length: DRAWS }, () => {
    const some = sampleWithReplacement(rounds, rounds.length);
    return compare(
      some.map((round) => values[round] as number),
      some.map((round) => others[round] as number),
    );
  });
  return { value: compare(values, others), low: quantile(drawn, 0.025), high: quantile(drawn, 0.975) };
}

/**
 * Measures all contenders once in each round, in another order each time. The first round only warms up what is measured
 * with: its values are thrown away.
 */
export async function inRounds<Name extends string, Result>(
  rounds: number,
  contenders: readonly Name[],
  measure: (contender: Name) => Promise<Result>,
): Promise<Record<Name, Result[]>> {
  const results = Object.fromEntries(contenders.map((name) => [name, [] as Result[]])) as Record<
    Name,
    Result[]
  >;
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of shuffle([...contenders])) {
      const result = await measure(name);
      if (round) results[name].push(result);
    }
  }
  return results;
}
