import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { pathOf, readText } from '../../demo/docs/files.ts';

describe('the figures in the texts', () => {
  it('give the file for a CDN the size that it has', () => {
    const { length } = brotliCompressSync(readFileSync(pathOf('dist/useresponse-widget.min.js')));
    const [, said] = /([\d.]+) kB with brotli/.exec(readText('README.md')) ?? [];
    assert.equal(said, (length / 1_000).toFixed(1));
  });

  it('name the Node that package.json asks for', () => {
    const { engines } = JSON.parse(readText('package.json')) as { engines: { node: string } };
    const least = engines.node.replace('>=', '');
    for (const file of ['README.md', 'CONTRIBUTING.md', 'docs/start.md']) {
      const named = [...readText(file).matchAll(/Node (\d+\.\d+) or newer/g)].map(([, version]) => version);
      assert.ok(named.length, file);
      assert.deepEqual([...new Set(named)], [least], file);
    }
  });
});
