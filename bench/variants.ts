import { page, SNIPPET, tag, VENDOR_HOST, WIDGET_FILE } from './pages.ts';
import { compared, type Row } from './rows.ts';
import { inRounds } from './statistics.ts';
import { see, visit, type Seen } from './visit.ts';
import type { World } from './world.ts';

const withPriority =
  (priority: string) =>
  (link: string): string =>
    link.replace('>', ` fetchpriority="${priority}">`);
const PRECONNECT = `<link rel="preconnect" href="https://${VENDOR_HOST}">`;

/** Other ways to put the tag into a page on which nothing else is slow, at 150 ms where they differ the most. */
export async function measureVariants(world: World, rounds: number): Promise<Row[]> {
  world.distance.roundTrip = 150;
  const inBody = await tag();
  const contenders = {
    'the snippet': SNIPPET,
    'no hint': await tag({ hints: false }),
    preconnect: await tag({ hint: () => PRECONNECT }),
    preload: await tag(),
    'preload, fetchpriority=high': await tag({ hint: withPriority('high') }),
    'preload, fetchpriority=low': await tag({ hint: withPriority('low') }),
    'preload, all of it at the end of the body': { body: `${inBody.head}${inBody.body}` },
    'preload, our file with defer': await tag({ script: `<script src="${WIDGET_FILE}" defer></script>` }),
    'preload, our file as a module': await tag({
      script: `<script src="${WIDGET_FILE}" type="module"></script>`,
    }),
    'idle, no hint': await tag({ loading: 'idle', hints: false }),
    'idle, preconnect': await tag({ loading: 'idle', hint: () => PRECONNECT }),
  };
  type Name = keyof typeof contenders;
  const names = Object.keys(contenders) as Name[];
  const addresses = Object.fromEntries(
    names.map((name, index) => [name, world.publish(`/variants/${index}`, page(contenders[name], 0))]),
  ) as Record<Name, string>;
  const seen = await inRounds(rounds, names, (name) =>
    visit(world, addresses[name], (page) => see(page, { identified: true, loaded: true })),
  );
  const times = (name: Name, key: keyof Seen): [Name, number[]] => [
    name,
    seen[name].map((one) => one[key] as number),
  ];
  const all = (what: string, key: keyof Seen): Row[] =>
    names.map((name) => compared(what, times(name, key), times('the snippet', key)));
  return [
    ...all('script requested', 'requested'),
    ...all('script here', 'arrived'),
    ...all('visitor identified', 'identified'),
  ];
}
