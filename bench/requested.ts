import { page, SNIPPET, tag } from './pages.ts';
import { compared, row, type Row } from './rows.ts';
import { inRounds } from './statistics.ts';
import { see, visit, type Seen } from './visit.ts';
import type { World } from './world.ts';

/** On a short way and a page on which nothing is slow, little lies between the two: it takes many rounds to see it. */
export async function measureRequested(world: World, rounds: number): Promise<Row[]> {
  world.distance.roundTrip = 40;
  const addresses = {
    'the snippet': world.publish('/requested/snippet', page(SNIPPET, 0)),
    'the tag': world.publish('/requested/tag', page(await tag(), 0)),
  };
  type Name = keyof typeof addresses;
  const seen = await inRounds(rounds, Object.keys(addresses) as Name[], (name) =>
    visit(world, addresses[name], (page) => see(page, { identified: true, loaded: true })),
  );
  const times = (name: Name, key: keyof Seen): [Name, number[]] => [
    name,
    seen[name].map((one) => one[key] as number),
  ];
  const both = (what: string, key: keyof Seen, most?: number): Row[] => [
    row(what, times('the snippet', key)),
    compared(what, times('the tag', key), times('the snippet', key), most ? { most } : undefined),
  ];
  return [
    ...both('script requested, nothing slow, 40 ms', 'requested', 1),
    ...both('visitor identified, nothing slow, 40 ms', 'identified'),
  ];
}
