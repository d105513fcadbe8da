import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
    const file = join(folder, 'package.json');
    if (existsSync(join(folder, 'node_modules')) && readFileSync(file, 'utf8') === wanted) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, wanted);
    await run(folder, 'npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund');
  });
  return folder;
}
