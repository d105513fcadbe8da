import type { Page } from 'puppeteer-core';
import { page, tag } from './pages.ts';
import { noMoreThan, row, type Row, type Unit } from './rows.ts';
import { inRounds } from './statistics.ts';
import { see, visit } from './visit.ts';
import type { World } from './world.ts';

/** How long a loaded page is watched, in milliseconds. */
const WATCHED = 700;

/** What a visitor feels of a page. */
interface Vitals {
  blocked: number;
  painted: number;
  shifted: number;
}

/** Whether a page with a widget that comes later is as quick as one without. */
export async function measureQuiet(world: World, rounds: number): Promise<Row[]> {
  world.distance.roundTrip = 40;
  const addresses = {
    'no widget': world.publish('/quiet/none', page({}, 0)),
    idle: world.publish('/quiet/idle', page(await tag({ loading: 'idle' }), 0)),
    interaction: world.publish('/quiet/interaction', page(await tag({ loading: 'interaction' }), 0)),
  };
  type Name = keyof typeof addresses;
  const names = Object.keys(addresses) as Name[];
  const seen = await inRounds(rounds, names, (name) =>
    visit(world, addresses[name], async (page) => {
      await see(page, { identified: name === 'idle', loaded: true });
      return readVitals(page);
    }),
  );
  const values = (name: Name, key: keyof Vitals): [Name, number[]] => [
    name,
    seen[name].map((one) => one[key]),
  ];
  const all = (what: string, key: keyof Vitals, unit: Unit = 'ms'): Row[] => [
    row(what, values('no widget', key), unit),
    ...names.slice(1).map((name) => noMoreThan(what, values(name, key), values('no widget', key), unit)),
  ];
  return [
    ...all('total blocking time', 'blocked'),
    ...all('largest contentful paint', 'painted'),
    ...all('layout shift', 'shifted', ''),
  ];
}

const readVitals = (page: Page): Promise<Vitals> =>
  page.evaluate(async (time) => {
    const vitals = { blocked: 0, painted: 0, shifted: 0 };
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        // What a task takes beyond 50 ms keeps a visitor waiting.
        if (entry.entryType === 'longtask') vitals.blocked += Math.max(0, entry.duration - 50);
        else if (entry.entryType === 'layout-shift')
          vitals.shifted += (entry as unknown as { value: number }).value;
        else vitals.painted = entry.startTime;
      }
    });
    for (const type of ['longtask', 'layout-shift', 'largest-contentful-paint'])
      observer.observe({ type, buffered: true });
    await new Promise((resolve) => setTimeout(resolve, time));
    return vitals;
  }, WATCHED);
