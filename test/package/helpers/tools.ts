import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before } from 'node:test';
import { ROOT, run } from './run.ts';

const CACHE = join(ROOT, 'node_modules/.cache/package');

/**
 * Installs what only the tests of a file need, unless it is there, and gives its folder. Of exact versions, so that nothing
 * breaks unseen; and beside the project's own dependencies, since who runs the other tests needs none of them.
 */
export function useTools(name: string, dependencies: Record<string, string>): string {
  const folder = join(CACHE, name);
  before(async () => {
    const wanted = JSON.stringify({ private: true, dependencies });
    // Written last: what was broken off half way is not taken for the whole.
    const stamp = join(folder, 'node_modules/.installed');
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), wanted);
    await run(folder, 'npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund');
    writeFileSync(stamp, wanted);
  });
  return folder;
}
