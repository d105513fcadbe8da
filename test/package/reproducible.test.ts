import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { ROOT, run } from './helpers/run.ts';

/** Below the project, whose dependencies are found from there. */
const WORKSHOP = join(ROOT, '.cache/reproducible');
const NOT_CLONED = ['.git', '.cache', 'node_modules', 'dist', 'dist-demo', 'coverage'];

/** Clones in other folders, of other depths, in other parts of the world. */
const CLONES = [
  { folder: 'here', TZ: 'UTC', LC_ALL: 'C' },
  { folder: 'some/where else/ünder another name', TZ: 'Pacific/Chatham', LC_ALL: 'tr_TR.UTF-8' },
];

async function build({ folder, ...environment }: (typeof CLONES)[number]): Promise<Record<string, string>> {
  const clone = join(WORKSHOP, folder);
  for (const name of readdirSync(ROOT).filter((each) => !NOT_CLONED.includes(each)))
    cpSync(join(ROOT, name), join(clone, name), { recursive: true });
  const settings = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  // Without what comes before it, which would install the dependencies anew.
  await run(clone, 'env', ...settings, 'npm', 'run', 'build', '--ignore-scripts');
  const dist = join(clone, 'dist');
  const files = readdirSync(dist, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.map((file) => [
      file.slice(dist.length),
      createHash('sha384').update(readFileSync(file)).digest('hex'),
    ]),
  );
}

describe('a build', { timeout: 500_000 }, () => {
  after(() => rmSync(WORKSHOP, { recursive: true, force: true }));

  it('makes the same bytes in every clone', async () => {
    rmSync(WORKSHOP, { recursive: true, force: true });
    const [one, other] = await Promise.all(CLONES.map(build));
    assert.ok(Object.keys(one!).length > 20);
    assert.deepEqual(other, one);
  });
});
