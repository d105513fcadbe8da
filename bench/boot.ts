import { page, SNIPPET, tag } from './pages.ts';
import { compared, row, type Row } from './rows.ts';
import { inRounds } from './statistics.ts';
import { see, visit, type Seen } from './visit.ts';
import type { World } from './world.ts';

/** The server of the page's image takes so long, in milliseconds. */
const IMAGE_DELAY = 1_500;

/** From the navigation to a visitor whom support knows: the tag beside the vendor's own code. */
export async function measureBoot(world: World, rounds: number): Promise<Row[]> {
  const addresses = {
    'the snippet': world.publish('/snippet', page(SNIPPET, IMAGE_DELAY)),
    'the tag': world.publish('/tag', page(await tag(), IMAGE_DELAY)),
  };
  type Name = keyof typeof addresses;
  const rows: Row[] = [];
  for (const roundTrip of [40, 150]) {
    world.distance.roundTrip = roundTrip;
    const seen = await inRounds(rounds, Object.keys(addresses) as Name[], (name) =>
      visit(world, addresses[name], (page) => see(page, { identified: true, loaded: true })),
    );
    const times = (name: Name, key: keyof Seen): [Name, number[]] => [
      name,
      seen[name].map((one) => one[key] as number),
    ];
    const both = (what: string, key: keyof Seen, most?: number): Row[] => [
      row(`${what}, ${roundTrip} ms`, times('the snippet', key)),
      compared(
        `${what}, ${roundTrip} ms`,
        times('the tag', key),
        times('the snippet', key),
        most ? { most } : undefined,
      ),
    ];
    rows.push(
      ...both('script requested', 'requested', 1),
      ...both('script here', 'arrived'),
      ...both('visitor identified', 'identified', roundTrip === 40 ? 0.45 : 0.5),
      ...both('load event', 'loaded'),
    );
  }
  return rows;
}
