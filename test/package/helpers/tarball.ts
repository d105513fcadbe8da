import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { ROOT, run } from './run.ts';

/** The package as it would be published. */
export interface Tarball {
  /** A folder of the test's own, far from this repository. */
  folder: string;
  file: string;
  /** The paths of what is in it. */
  paths: string[];
}

interface Packed {
  filename: string;
  files: { path: string }[];
}

/** Packs what the build has made, for the tests of a file. */
export function useTarball(): Tarball {
  const tarball = {} as Tarball;
  before(async () => {
    tarball.folder = mkdtempSync(join(tmpdir(), 'package-'));
    const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', tarball.folder];
    const [packed] = JSON.parse(await run(ROOT, 'npm', ...pack)) as [Packed];
    tarball.file = join(tarball.folder, packed.filename);
    tarball.paths = packed.files.map(({ path }) => path).sort();
  });
  after(() => rmSync(tarball.folder, { recursive: true, force: true }));
  return tarball;
}
