import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { api } from './api.ts';
import { type Fault, observe } from './fault.ts';
import { assertPromises } from './invariants.ts';
import { life } from './life.ts';
import { network } from './network.ts';
import { places } from './places.ts';
import { storage } from './storage.ts';
import { rowOf, table } from './words.ts';
import { useWorld } from '../e2e/helpers/site.ts';

const FILE = new URL('../../docs/faults.md', import.meta.url);
const GROUPS: [title: string, faults: Fault[]][] = [
  ['The script and the way to it', network],
  ["The vendor's API", api],
  ['The page and its element', life],
  ['The storage', storage],
  ['Where the element is', places],
];
/** How many visitors come at the same time. */
const VISITORS = 6;

describe('the fault matrix', { timeout: 580_000 }, () => {
  const world = useWorld();
  const rows = new Map<Fault, string[]>();

  describe('keeps its promises where', { concurrency: VISITORS }, () => {
    for (const fault of GROUPS.flatMap(([, faults]) => faults)) {
      it(fault.name, async () => {
        const observation = await observe(fault, world.site, world.browser);
        rows.set(fault, rowOf(observation));
        assertPromises(observation);
      });
    }
  });

  it('shows what docs/faults.md says', () => {
    const unseen = GROUPS.flatMap(([, faults]) => faults).filter((fault) => !rows.has(fault));
    assert.deepEqual(
      unseen.map(({ name }) => name),
      [],
      'These were not seen to the end',
    );
    const now = readFileSync(FILE, 'utf8');
    const wanted = GROUPS.reduce(
      (text, [title, faults]) =>
        text.replace(
          new RegExp(`(## ${title}\\n)[^]*?(?=\\n## |$)`),
          (_, start: string) =>
            `${start}\n<!-- prettier-ignore -->\n${table(faults.map((fault) => rows.get(fault)!))}\n`,
        ),
      now,
    );
    if (process.env['FAULTS'] === 'write') writeFileSync(FILE, wanted);
    else assert.equal(now, wanted, 'What was seen is not what docs/faults.md says: npm run faults');
  });
});
