/**
 * `npm run bench` measures everything, `npm run bench -- boot bytes` some of it; `--rounds N` as often, `--quick` only to see
 * that it works: then nothing is written down. Needs a build.
 */
import { parseArgs } from 'node:util';
import { measureBoot } from './boot.ts';
import { measureBytes } from './bytes.ts';
import { writeDocs } from './docs.ts';
import { measureLeaks } from './leaks.ts';
import { measureMainThread } from './main-thread.ts';
import { measureQuiet } from './quiet.ts';
import { cells } from './report.ts';
import { committedResults, machine, readResults, regressions, writeResults } from './results.ts';
import type { Row } from './rows.ts';
import { measureRequested } from './requested.ts';
import { measureSecondPage } from './second-page.ts';
import { measureSlowVendor } from './slow-vendor.ts';
import { drawTimeLine } from './time-line.ts';
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
  requested: { rounds: 30, measure: inBrowser(measureRequested) },
  boot: { rounds: 10, measure: inBrowser(measureBoot) },
  'slow-vendor': { rounds: 6, measure: inBrowser(measureSlowVendor) },
  quiet: { rounds: 10, measure: inBrowser(measureQuiet) },
  'main-thread': { rounds: 8, measure: inBrowser(measureMainThread) },
  leaks: { rounds: 1, measure: inBrowser(measureLeaks) },
  'second-page': { rounds: 5, measure: inBrowser(measureSecondPage) },
  token: { rounds: 200, measure: measureToken },
  variants: { rounds: 6, measure: inBrowser(measureVariants) },
  'time-line': { rounds: 3, measure: inBrowser(drawTimeLine) },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string' }, quick: { type: 'boolean', default: false } },
});

async function measureAll(names: string[]): Promise<Record<string, Row[]>> {
  const measured: Record<string, Row[]> = {};
  for (const name of names) {
    const { rounds, measure } = MEASUREMENTS[name]!;
    const start = performance.now();
    measured[name] = await measure(Number(values.rounds ?? (values.quick ? 2 : rounds)));
    for (const row of measured[name]) console.log(cells(row).join(' | '));
    console.log(`${name}: ${Math.round((performance.now() - start) / 1_000)} s\n`);
  }
  return measured;
}

function tellRegressions(measured: Record<string, Row[]>): void {
  const { measurements: before } = committedResults();
  const worse = Object.entries(measured).flatMap(([name, rows]) => regressions(rows, before[name] ?? []));
  if (!worse.length) return console.log('Nothing is worse than in the committed results, beyond the noise.');
  console.log('Worse than in the committed results, beyond the noise:');
  for (const line of worse) console.log(`  ${line}`);
}

async function main(): Promise<void> {
  const all = Object.keys(MEASUREMENTS);
  const unknown = positionals.filter((name) => !all.includes(name));
  if (unknown.length) throw new Error(`There is no ${unknown.join(', ')}; there are ${all.join(', ')}.`);
  const measured = await measureAll(positionals.length ? positionals : all);
  tellRegressions(measured);
  if (values.quick) return;
  const { measurements } = readResults();
  const merged = all.flatMap((name) => {
    const rows = measured[name] ?? measurements[name];
    return rows ? [[name, rows] as const] : [];
  });
  const results = { machine: machine(), measurements: Object.fromEntries(merged) };
  await writeResults(results);
  writeDocs(results);
}

try {
  await main();
} finally {
  await (await world)?.close();
}
