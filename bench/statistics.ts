import { median, quantile, sampleWithReplacement, shuffle } from 'simple-statistics';

/** What one contender has shown, one value for each round. */
export type Values = number[];

export interface Summary {
  n: number;
  median: number;
  q1: number;
  q3: number;
}

/** A ratio of medians, and the interval that holds 95 % of those that the same rounds, drawn again, would have given. */
export interface Ratio {
  value: number;
  low: number;
  high: number;
}

const DRAWS = 4_000;

export const summarize = (values: Values): Summary => ({
  n: values.length,
  median: median(values),
  q1: quantile(values, 0.25),
  q3: quantile(values, 0.75),
});

/** Both were measured in the same rounds, and are drawn in pairs: what has slowed down a round has slowed down both. */
export function ratioOf(values: Values, others: Values): Ratio {
  const pairs = values.map((value, round): [number, number] => [value, others[round] as number]);
  const ratio = (drawn: [number, number][]): number =>
    median(drawn.map(([value]) => value)) / median(drawn.map(([, other]) => other));
  const drawn = Array.from({ length: DRAWS }, () => ratio(sampleWithReplacement(pairs, pairs.length)));
  return { value: ratio(pairs), low: quantile(drawn, 0.025), high: quantile(drawn, 0.975) };
}

/**
 * Measures all contenders once in each round, in another order each time. The first round only warms up what is measured
 * with: its values are thrown away.
 */
export async function inRounds<Name extends string, Result>(
  rounds: number,
  contenders: Name[],
  measure: (contender: Name) => Promise<Result>,
): Promise<Record<Name, Result[]>> {
  const results = Object.fromEntries(contenders.map((name) => [name, [] as Result[]])) as Record<
    Name,
    Result[]
  >;
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of shuffle(contenders)) {
      const result = await measure(name);
      if (round) results[name].push(result);
    }
  }
  return results;
}
