import type { Page } from 'puppeteer-core';
import { page, SNIPPET, tag, WIDGET_FILE } from './pages.ts';
import { compared, limited, row, type Row } from './rows.ts';
import { inRounds } from './statistics.ts';
import { see, visit } from './visit.ts';
import type { World } from './world.ts';

/** What the later pages of a visit ask for, and how soon they know the visitor. */
export async function measureSecondPage(world: World, rounds: number): Promise<Row[]> {
  world.distance.roundTrip = 150;
  const contenders = { 'the snippet': SNIPPET, 'the tag': await tag() };
  type Name = keyof typeof contenders;
  const names = Object.keys(contenders) as Name[];
  const addresses = Object.fromEntries(
    names.map((name, index) => [
      name,
      [1, 2, 3].map((number) => world.publish(`/visit/${index}/${number}`, page(contenders[name], 0))),
    ]),
  ) as Record<Name, string[]>;
  const seen = await inRounds(rounds, names, (name) => {
    const [first, ...later] = addresses[name];
    return visit(world, first as string, async (page) => {
      await see(page, { identified: true, loaded: true });
      return lookAtLater(world, page, later);
    });
  });
  const values = (name: Name, key: 'asked' | 'identified'): [Name, number[]] => [
    name,
    seen[name].map((one) => one[key]),
  ];
  const what = 'visitor identified on the second page, 150 ms';
  return [
    limited('requests for our file on the second and third page', values('the tag', 'asked'), '', 0),
    row(what, values('the snippet', 'identified')),
    compared(what, values('the tag', 'identified'), values('the snippet', 'identified')),
  ];
}

async function lookAtLater(
  { asked }: World,
  page: Page,
  addresses: string[],
): Promise<{ asked: number; identified: number }> {
  const before = asked.length;
  const times: number[] = [];
  for (const address of addresses) {
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    const { identified } = await see(page, { identified: true, loaded: true });
    times.push(identified as number);
  }
  return {
    asked: asked.slice(before).filter((path) => path === WIDGET_FILE).length,
    identified: times[0] as number,
  };
}
