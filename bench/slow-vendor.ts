import { page, SNIPPET, tag } from './pages.ts';
import { compared, row, type Row } from './rows.ts';
import { inRounds } from './statistics.ts';
import { see, visit } from './visit.ts';
import type { World } from './world.ts';

const VENDOR_DELAY = 3_000;

/** What becomes of the page's load event when the vendor takes three seconds. */
export async function measureSlowVendor(world: World, rounds: number): Promise<Row[]> {
  world.distance.roundTrip = 40;
  const fileAlone = { head: (await tag({ hints: false })).head ?? '' };
  const addresses = {
    'the snippet': world.publish('/slow/snippet', page(SNIPPET, 0)),
    'our file, no vendor': world.publish('/slow/file', page(fileAlone, 0)),
    'the tag': world.publish('/slow/tag', page(await tag(), 0)),
    'the tag, no hint': world.publish('/slow/no-hint', page(await tag({ hints: false }), 0)),
    'the tag, idle': world.publish('/slow/idle', page(await tag({ loading: 'idle' }), 0)),
    'the tag, interaction': world.publish(
      '/slow/interaction',
      page(await tag({ loading: 'interaction' }), 0),
    ),
  };
  type Name = keyof typeof addresses;
  await world.delayVendor(VENDOR_DELAY);
  const seen = await inRounds(rounds, Object.keys(addresses) as Name[], (name) =>
    visit(world, addresses[name], (page) => see(page, { identified: false, loaded: true })),
  );
  await world.delayVendor(0);
  const what = 'load event, vendor takes 3 s';
  const times = (name: Name): number[] => seen[name].map(({ loaded }) => loaded);
  const names = ['the tag', 'the tag, no hint', 'the tag, idle', 'the tag, interaction'] as const;
  return [
    row(what, 'the snippet', times('the snippet')),
    row(what, 'our file, no vendor', times('our file, no vendor')),
    ...names.flatMap((name) => [
      compared(what, [name, times(name)], ['the snippet', times('the snippet')], 0.25),
      compared(what, [name, times(name)], ['our file, no vendor', times('our file, no vendor')], 1),
    ]),
  ];
}
