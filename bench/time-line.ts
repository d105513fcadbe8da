import { writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { page, SNIPPET, tag, VENDOR_SCRIPT, WIDGET_FILE } from './pages.ts';
import type { Row } from './rows.ts';
import { drawBoots, type Boot, type Span } from './svg.ts';
import { end, traced, type TraceEvent } from './trace.ts';
import { visit } from './visit.ts';
import type { World } from './world.ts';

const FILE = 'docs/bench-boot.svg';
const IMAGE_DELAY = 1_500;
/** Draws the boot with the vendor's snippet above the one with the tag: of as many as there are rounds, the middle one. */
export async function drawTimeLine(world: World, rounds: number): Promise<Row[]> {
  world.distance.roundTrip = 150;
  const pages = {
    'The vendor’s snippet': world.publish('/line/snippet', page(SNIPPET, IMAGE_DELAY)),
    'The tag with its hint': world.publish('/line/tag', page(await tag(), IMAGE_DELAY)),
  };
  const boots: Boot[] = [];
  for (const [title, url] of Object.entries(pages)) {
    const tries: Boot[] = [];
    for (let round = 0; round < rounds; round += 1) tries.push(await watch(world, title, url));
    tries.sort((one, other) => one.identified - other.identified);
    boots.push(tries[Math.floor(rounds / 2)] as Boot);
  }
  writeFileSync(FILE, drawBoots(boots));
  return [];
}

const watch = (world: World, title: string, url: string): Promise<Boot> =>
  visit(world, 'about:blank', async (page) => {
    const events = await traced(page, ['devtools.timeline', 'blink.user_timing'], async () => {
      await page.goto(url);
      while (!(await page.evaluate(() => window.bench.identified))) await wait(20);
    });
    const identified = (await page.evaluate(() => window.bench.identified)) as number;
    return { title, ...read(events, url), identified };
  });

function read(events: TraceEvent[], url: string): Omit<Boot, 'title' | 'identified'> {
  const start = events.find(
    ({ name, args }) => name === 'navigationStart' && args.data?.documentLoaderURL === url,
  )!;
  const since = (time: number): number => (time - start.ts) / 1_000;
  const own = events.filter(({ pid, tid }) => pid === start.pid && tid === start.tid);
  const files: Record<string, string> = {
    'our file': WIDGET_FILE,
    'vendor’s script': VENDOR_SCRIPT,
    image: '/photo.png?delay=',
  };
  const load = own.find(({ name, ts }) => name === 'MarkLoad' && ts > start.ts)!;
  const document = own.find(({ name, args }) => name === 'ParseHTML' && args.beginData?.url === url)!;
  const loads: Span[] = [{ name: 'page', from: 0, to: since(document.ts) }];
  for (const [name, address] of Object.entries(files)) {
    const sent = own.find(
      (event) => event.name === 'ResourceSendRequest' && event.args.data?.url?.includes(address),
    );
    const finished = own.find(
      (event) => event.name === 'ResourceFinish' && event.args.data?.requestId === sent?.args.data?.requestId,
    );
    if (sent && finished) loads.push({ name, from: since(sent.ts), to: since(finished.ts) });
  }
  const isScript = ({ name, args }: TraceEvent): boolean =>
    (name === 'EvaluateScript' || name === 'FunctionCall' || name === 'TimerFire') && args.data !== undefined;
  const work = own
    .filter((event) => event.ph === 'X' && event.ts > start.ts && isScript(event))
    .map((event) => ({ name: 'scripts', from: since(event.ts), to: since(end(event)) }));
  return { loads, work, loaded: since(load.ts) };
}
