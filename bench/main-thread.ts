import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { page, tag, VENDOR_SCRIPT, WIDGET_FILE } from './pages.ts';
import { limited, row, type Row } from './rows.ts';
import { inRounds } from './statistics.ts';
import { end, isWithin, traced, type TraceEvent } from './trace.ts';
import { CPU_THROTTLE, visit } from './visit.ts';
import type { World } from './world.ts';

const GOAL = 3;
const BARE_FILE = '/bare-element.js';

/** What a script has kept the main thread busy with, in milliseconds of the thread's own time. */
interface Phases {
  compile: number;
  evaluate: number;
  'define and upgrade': number;
  'configure and boot': number;
  identify: number;
}

/**
 * What our code costs the page until the visitor is identified, beside the least that an element to this end can cost. V8
 * traces each of its runs; nothing else than the file and the vendor's script is run in these pages.
 */
export async function measureMainThread(world: World, rounds: number): Promise<Row[]> {
  world.distance.roundTrip = 40;
  const bare = await tag({ script: `<script src="${BARE_FILE}" async></script>` });
  const contenders = {
    'the tag': {
      url: world.publish('/main/tag', page(await tag(), 0)),
      file: WIDGET_FILE,
      throttle: CPU_THROTTLE,
    },
    'the tag, no throttle': {
      url: world.publish('/main/tag', page(await tag(), 0)),
      file: WIDGET_FILE,
      throttle: 1,
    },
    'a bare element': {
      url: world.publish('/main/bare', page(bare, 0)),
      file: BARE_FILE,
      throttle: CPU_THROTTLE,
    },
  };
  type Name = keyof typeof contenders;
  const names = Object.keys(contenders) as Name[];
  const seen = await inRounds(rounds, names, (name) => {
    const { url, file, throttle } = contenders[name];
    return visit(world, 'about:blank', async (page) => {
      await page.emulateCPUThrottling(throttle);
      return phasesOf(await traced(page, ['v8'], () => boot(page, url)), file);
    });
  });
  const phases = Object.keys(seen['the tag'][0]!) as (keyof Phases)[];
  return names.flatMap((name) => [
    ...phases.map((phase) => row(`main thread: ${phase}`, [name, seen[name].map((one) => one[phase])])),
    total(
      [name, seen[name].map((one) => phases.reduce((sum, phase) => sum + one[phase], 0))],
      name === 'the tag',
    ),
  ]);
}

const total = (values: [string, number[]], isHeld: boolean): Row =>
  isHeld ? limited('main thread: all', values, 'ms', GOAL) : row('main thread: all', values);

async function boot(page: Page, url: string): Promise<void> {
  await page.goto(url);
  while (!(await page.evaluate(() => window.bench.identified))) await wait(20);
}

function phasesOf(events: TraceEvent[], file: string): Phases {
  const isOf = (name: string, address: string) => (event: TraceEvent) =>
    event.name === name && (event.args.fileName ?? event.args.data?.url ?? '').endsWith(address);
  const run = events.find(isOf('v8.run', file));
  const vendor = events.find(isOf('v8.run', VENDOR_SCRIPT));
  if (!run || !vendor) throw new Error('The trace has not both scripts in it.');
  const own = events.filter(({ pid, tid, ph }) => pid === run.pid && tid === run.tid && ph === 'X');
  const calls = own.filter(({ name }) => name === 'v8.callFunction' || name === 'v8.callAsConstructor');
  const outer = calls.filter((call) => !calls.some((other) => isWithin(call, other)));
  const sum = (some: TraceEvent[]): number => some.reduce((time, { tdur = 0 }) => time + tdur, 0) / 1_000;
  const upgrade = sum(outer.filter((call) => isWithin(call, run)));
  return {
    compile: sum(own.filter(isOf('v8.compile', file))),
    evaluate: sum([run]) - upgrade,
    'define and upgrade': upgrade,
    'configure and boot': sum(outer.filter(({ ts }) => ts > end(run) && ts < vendor.ts)),
    identify: sum(outer.filter(({ ts }) => ts > end(vendor))),
  };
}
