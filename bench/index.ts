import { parseArgs } from 'node:util';
import { measureBoot } from './boot.ts';
import { measureBytes } from './bytes.ts';
import { measureLeaks } from './leaks.ts';
import { measureMainThread } from './main-thread.ts';
import { measureQuiet } from './quiet.ts';
import { cells } from './report.ts';
import type { Row } from './rows.ts';
import { measureSecondPage } from './second-page.ts';
import { measureSlowVendor } from './slow-vendor.ts';
import { measureToken } from './token.ts';
import { measureVariants } from './variants.ts';
import { startWorld, type World } from './world.ts';

interface Measurement {
  rounds: number;
  measure(rounds: number): Promise<Row[]>;
}

let world: Promise<World> | undefined;
const inBrowser =
  (measure: (world: World, rounds: number) => Promise<Row[]>): Measurement['measure'] =>
  async (rounds) =>
    measure(await (world ??= startWorld()), rounds);

const MEASUREMENTS: Record<string, Measurement> = {
  bytes: { rounds: 1, measure: measureBytes },
  token: { rounds: 15, measure: measureToken },
  boot: { rounds: 12, measure: inBrowser(measureBoot) },
  variants: { rounds: 7, measure: inBrowser(measureVariants) },
  'slow-vendor': { rounds: 7, measure: inBrowser(measureSlowVendor) },
  quiet: { rounds: 12, measure: inBrowser(measureQuiet) },
  'main-thread': { rounds: 12, measure: inBrowser(measureMainThread) },
  'second-page': { rounds: 5, measure: inBrowser(measureSecondPage) },
  leaks: { rounds: 1, measure: inBrowser(measureLeaks) },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string' }, quick: { type: 'boolean', default: false } },
});

try {
  for (const [name, { rounds, measure }] of Object.entries(MEASUREMENTS)) {
    if (positionals.length && !positionals.includes(name)) continue;
    const start = performance.now();
    for (const row of await measure(Number(values.rounds ?? (values.quick ? 2 : rounds)))) {
      console.log(cells(row).join(' | '));
    }
    console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
} finally {
  await (await world)?.close();
}
