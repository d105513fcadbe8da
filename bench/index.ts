import { parseArgs } from 'node:util';
import { measureBoot } from './boot.ts';
import type { Row } from './rows.ts';
import { measureSlowVendor } from './slow-vendor.ts';
import { startWorld, type World } from './world.ts';

const MEASUREMENTS: Record<
  string,
  { rounds: number; measure: (world: World, rounds: number) => Promise<Row[]> }
> = {
  boot: { rounds: 12, measure: measureBoot },
  'slow-vendor': { rounds: 7, measure: measureSlowVendor },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string' }, quick: { type: 'boolean', default: false } },
});

const world = await startWorld();
try {
  for (const [name, { rounds, measure }] of Object.entries(MEASUREMENTS)) {
    if (positionals.length && !positionals.includes(name)) continue;
    for (const { what, contender, summary, ratio, goal } of await measure(
      world,
      Number(values.rounds ?? (values.quick ? 2 : rounds)),
    )) {
      const { n, median, q1, q3 } = summary;
      console.log(
        `${what} | ${contender} | ${median.toFixed(0)} (${q1.toFixed(0)}–${q3.toFixed(0)}, n=${n}) | ${ratio ? `${ratio.value.toFixed(2)} (${ratio.low.toFixed(2)}–${ratio.high.toFixed(2)}) × ${ratio.to}` : ''} | ${goal ? `${goal.text}: ${goal.outcome}` : ''}`,
      );
    }
  }
} finally {
  await world.close();
}
