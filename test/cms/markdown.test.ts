import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Choices } from '../../demo/configurator/choices.ts';
import { platforms } from '../../demo/configurator/platforms/index.ts';
import { tagIn } from '../platforms/parse.ts';
import { fetched, run, temporaryFolder } from './programs.ts';

const DEPENDENCIES = { '@11ty/eleventy': '3.1.8', hexo: '8.1.2', 'hexo-renderer-marked': '7.0.1' };
const SRC = 'https://help.example.com/public/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-38.js';
const NASTY = `"Kites" & <more> 'now' > *then* _there_ -- ... {x}`;

const CHOICES: Choices = {
  ...{ src: SRC, host: '', chatId: '', type: 'chat', platform: 'html', recognise: true },
  fields: [
    { key: '170', value: NASTY, isExpression: false },
    { key: 'other field', value: NASTY, isExpression: false },
  ],
  ...{ loading: 'idle', loadOn: 'consent', clearOn: 'logout pagehide', debug: true },
  fallback: { address: 'https://help.example.com/?a=1&b=2', text: NASTY },
  script: 'https://cdn.example.com/useresponse-widget.min.js',
};
const { code } = platforms.find(({ id }) => id === 'html')!.snippets(CHOICES)[0]!;
const PAGE = `---\nlayout: false\n---\n\n# Kites\n\nSome *text*.\n\n${code}\n\nMore text.\n`;

describe('The configurator’s tag in Markdown', { timeout: 550_000 }, () => {
  let folder: string;
  before(async () => {
    const packages = await fetched('markdown-3', async (target) => {
      writeFileSync(
        join(target, 'package.json'),
        JSON.stringify({ private: true, dependencies: DEPENDENCIES }),
      );
      await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], target);
    });
    folder = temporaryFolder('markdown');
    symlinkSync(join(packages, 'node_modules'), join(folder, 'node_modules'));
    const manifest = { private: true, hexo: { version: DEPENDENCIES.hexo }, dependencies: DEPENDENCIES };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    writeFileSync(join(folder, '_config.yml'), 'title: Kites\nurl: http://127.0.0.1\n');
    mkdirSync(join(folder, 'source'));
    writeFileSync(join(folder, 'source/index.md'), PAGE);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('comes through Eleventy as it was', async () => {
    await run(
      process.execPath,
      ['node_modules/@11ty/eleventy/cmd.cjs', '--input=source', '--output=eleventy', '--quiet'],
      folder,
    );
    assert.deepEqual(tagIn(readFileSync(join(folder, 'eleventy/index.html'), 'utf8')), tagIn(code));
  });

  it('comes through Hexo as it was', async () => {
    await run(process.execPath, ['node_modules/hexo/bin/hexo', 'generate', '--silent'], folder);
    assert.deepEqual(tagIn(readFileSync(join(folder, 'public/index.html'), 'utf8')), tagIn(code));
  });
});

describe('No text of the configurator', () => {
  for (const { id, snippets } of platforms) {
    it(`has a line with nothing but > in it, which Markdown takes for a quotation: ${id}`, () => {
      for (const recognise of [true, false]) {
        for (const snippet of snippets({ ...CHOICES, platform: id, recognise }))
          assert.doesNotMatch(snippet.code, /^\s*>\s*$/m);
      }
    });
  }
});
