import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { pathOf, readText } from '../../demo/docs/files.ts';

interface Package {
  scripts: Record<string, string>;
  devDependencies: Record<string, string>;
}

const { scripts, devDependencies } = JSON.parse(readText('package.json')) as Package;
const text = readText('CONTRIBUTING.md');

describe('CONTRIBUTING.md', () => {
  it('says of each development dependency why it is there, and of none that is not', () => {
    const table = text.slice(text.indexOf('\n## Dependencies'));
    const rows = [...table.matchAll(/^\| (`.*?) +\|/gm)].flatMap(([, cell]) => cell!.split(/[^\w@/-]+/));
    const names = rows.filter((name) => name && name !== 'and');
    assert.deepEqual(names.sort(), Object.keys(devDependencies).sort());
  });

  it('says what lives in each folder', () => {
    const folders = ['src', 'demo', 'test'].flatMap((parent) =>
      readdirSync(pathOf(parent), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => `${parent}/${name}/`),
    );
    assert.deepEqual(
      folders.filter((folder) => !text.includes(`\`${folder}\``)),
      [],
    );
  });

  it('names each command', () => {
    // Those that npm runs by itself before another.
    const isHook = (name: string): boolean => /^(pre|post)/.test(name);
    const silent = Object.keys(scripts).filter((name) => {
      const word = new RegExp(`\\bnpm (run )?${name}(?![\\w:-])`);
      return !isHook(name) && !word.test(text);
    });
    assert.deepEqual(silent, []);
  });
});
