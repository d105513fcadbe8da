import { page, SNIPPET, tag } from './pages.ts';
import { compared, noMoreThan, row, type Row } from './rows.ts';
import { inRounds } from './statistics.ts';
import { see, visit } from './visit.ts';
import type { World } from './world.ts';

const VENDOR_DELAY = 3_000;
const WHAT = 'load event, vendor takes 3 s';

/** What becomes of the page's load event when the vendor is slow. */
export async function measureSlowVendor(world: World, rounds: number): Promise<Row[]> {
  world.distance.roundTrip = 40;
  const { head = '', body = '' } = await tag({ hints: false });
  // Before its event it loads nothing.
  const waiting = { head, body: body.replace(' src=', ' load-on="consent-given" src=') };
  const addresses = {
    'the snippet': world.publish('/slow/snippet', page(SNIPPET, 0)),
    'our file, no vendor': world.publish('/slow/file', page(waiting, 0)),
    eager: world.publish('/slow/tag', page(await tag(), 0)),
    'eager, no hint': world.publish('/slow/no-hint', page(await tag({ hints: false }), 0)),
    idle: world.publish('/slow/idle', page(await tag({ loading: 'idle' }), 0)),
    interaction: world.publish('/slow/interaction', page(await tag({ loading: 'interaction' }), 0)),
  };
  type Name = keyof typeof addresses;
  await world.delayVendor(VENDOR_DELAY);
  const seen = await inRounds(rounds, Object.keys(addresses) as Name[], (name) =>
    visit(world, addresses[name], (page) => see(page, { identified: false, loaded: true })),
  );
  await world.delayVendor(0);
  const times = (name: Name): [Name, number[]] => [name, seen[name].map(({ loaded }) => loaded)];
  const modes = ['eager', 'eager, no hint', 'idle', 'interaction'] as const;
  return [
    row(WHAT, times('the snippet')),
    row(WHAT, times('our file, no vendor')),
    ...modes.flatMap((name) => [
      compared(WHAT, times(name), times('the snippet'), { most: 0.25 }),
      noMoreThan(WHAT, times(name), times('our file, no vendor')),
    ]),
  ];
}
