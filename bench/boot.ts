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
    none: world.publish('/none', page({}, IMAGE_DELAY)),
    snippet: world.publish('/snippet', page(SNIPPET, IMAGE_DELAY)),
    tag: world.publish('/tag', page(await tag(), IMAGE_DELAY)),
  };
  const rows: Row[] = [];
  for (const roundTrip of [40, 150]) {
    world.distance.roundTrip = roundTrip;
    const seen = await inRounds(rounds, ['none', 'snippet', 'tag'], (name) =>
      visit(world, addresses[name], (page) => see(page, { identified: name !== 'none', loaded: true })),
    );
    const times = (name: keyof typeof addresses, key: keyof Seen): number[] =>
      seen[name].map((one) => one[key] as number);
    const at = (what: string): string => `${what}, ${roundTrip} ms`;
    const against = (what: string, key: keyof Seen, most?: number): Row[] => [
      row(at(what), 'the snippet', times('snippet', key)),
      compared(at(what), ['the tag', times('tag', key)], ['the snippet', times('snippet', key)], most),
    ];
    rows.push(
      ...against('script requested', 'requested', 1),
      ...against('script here', 'arrived'),
      ...against('visitor identified', 'identified', roundTrip === 40 ? 0.45 : 0.5),
      row(at('load event'), 'no widget', times('none', 'loaded')),
      ...against('load event', 'loaded'),
    );
  }
  return rows;
}
