import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { launch, type Browser } from 'puppeteer-core';
import type { Choices } from '../../demo/configurator/choices.ts';
import { platforms } from '../../demo/configurator/platforms/index.ts';
import { chromiumOptions, findEngine } from '../../scripts/browsers.mjs';
import { ENGINES } from '../../scripts/platforms-engines.mjs';
import { lackOf, render, type Run } from '../platforms/engine.ts';
import { readTag, type ReadTag } from '../platforms/parse.ts';
import { RUNS } from '../platforms/runs.ts';
import { RECIPES, type Recipe } from './recipes.ts';
import { KEY, VECTORS } from './vectors.ts';

const folder = new URL('../../docs/recipes/', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');
const FILES = readdirSync(folder).filter((file) => file !== 'README.md');

const SRC = 'https://help.example.com/public/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-38.js';
const SCRIPT = 'https://cdn.example.com/useresponse-widget.min.js';
const LINK = { address: 'https://help.example.com/', text: 'Contact support' };

/** The same choices as those that the recipes are written for. */
const choicesFor = (platform: string): Choices => ({
  ...{ src: SRC, host: '', chatId: '', type: 'chat', platform, recognise: true },
  fields: [{ key: 'property_170', value: RUNS[platform]![2], isExpression: true }],
  ...{ loading: 'eager', loadOn: '', clearOn: '', fallback: LINK, debug: false, script: SCRIPT },
});

const runOf = ({ file, kind, pieces }: Recipe, key = KEY): Run => ({
  kind,
  snippets: Object.entries(pieces(read(file))).map(([id, code]) => ({ id, code })),
  people: [...VECTORS, null],
  key,
  // As on a server that nobody has told a language.
  env: { LC_ALL: 'C' },
});

/** What UseResponse gets to know; fields may come as attributes of their own or as JSON. */
function told({ attributes }: ReadTag): Record<string, unknown> {
  const { src, properties = '{}', name = '', ...rest } = attributes;
  assert.equal(src, SRC);
  const fields = Object.entries(JSON.parse(properties) as Record<string, unknown>);
  return {
    ...rest,
    ...(name && { name }),
    ...Object.fromEntries(fields.map(([key, value]) => [key, value ?? ''])),
  };
}

function assertFrame(tag: ReadTag): void {
  assert.deepEqual([...tag.elements].sort(), ['a', 'script', 'useresponse-widget']);
  assert.equal(tag.script['src'], SCRIPT);
  assert.equal(tag.script['async'], '');
  assert.deepEqual(tag.link, LINK);
}

/** All that was rendered, for a browser to have its say. */
const rendered: string[] = [];
const isCi = process.env['CI'] === 'true';

/** How many languages run at the same time. */
const CONCURRENCY = 2;

describe('Every recipe', { concurrency: CONCURRENCY }, () => {
  for (const recipe of RECIPES) {
    const lack = lackOf(recipe.engine);
    describe(`The recipe ${recipe.file}`, { skip: !isCi && lack }, () => {
      let pages: string[];
      before(async () => {
        assert.ok(!lack, `${recipe.file} ${lack}`);
        pages = await render(recipe.engine, runOf(recipe));
        assert.equal(pages.length, VECTORS.length + 1);
        rendered.push(...pages);
      });

      for (const [index, { what, token, email, name, phone }] of VECTORS.entries()) {
        it(`is right about ${what}`, () => {
          const tag = readTag(pages[index]!);
          assertFrame(tag);
          const expected = token && { token, email, ...(name && { name }), property_170: phone ?? '' };
          assert.deepEqual(told(tag), expected || {});
        });
      }

      it('says nothing of a visitor who is not signed in', () => {
        const tag = readTag(pages.at(-1)!);
        assertFrame(tag);
        assert.deepEqual(tag.attributes, { src: SRC });
      });

      it('never shows the security key', () => {
        for (const page of pages) assert.ok(!page.includes('s3cr3t'));
      });

      it('takes everybody for a stranger where the key is missing', async () => {
        const keyless = await render(recipe.engine, runOf(recipe, ''));
        for (const page of keyless) assert.deepEqual(readTag(page).attributes, { src: SRC });
      });

      const { platform } = recipe;
      const lackOfOther = platform && lackOf(RUNS[platform]![0]);
      if (platform)
        it(`says the same as the configurator's text for ${platform}`, { skip: lackOfOther }, async () => {
          const [engine, kind] = RUNS[platform]!;
          const snippets = platforms.find(({ id }) => id === platform)!.snippets(choicesFor(platform));
          const others = await render(engine, { kind, snippets, people: [...VECTORS, null], key: KEY });
          assert.deepEqual(
            others.map((page) => told(readTag(page))),
            pages.map((page) => told(readTag(page))),
          );
        });
    });
  }
});

const chromium = await findEngine('chromium');

describe('In a browser', { skip: !isCi && !chromium && 'needs chromium' }, () => {
  let browser: Browser;
  before(async () => {
    assert.ok(chromium, 'needs chromium');
    browser = await launch(chromiumOptions(chromium));
  });
  after(() => browser.close());

  it('every page says the same as to the parser', async () => {
    const page = await browser.newPage();
    for (const html of rendered) {
      const attributes = await page.evaluate((markup) => {
        const { body } = new DOMParser().parseFromString(`<body>${markup}`, 'text/html');
        const { attributes } = body.querySelector('useresponse-widget')!;
        return Object.fromEntries(Array.from(attributes, ({ name, value }) => [name, value]));
      }, html);
      assert.deepEqual(attributes, readTag(html).attributes);
    }
  });
});

/** The rows of the README's table: file, what it says of the tests, packages. */
const ROWS = [...read('README.md').matchAll(/^\|[^|]+\| \[(.+)\]\((.+)\) \| (.+?) \| (.*?) ?\|$/gm)];

describe('The recipes', () => {
  for (const file of FILES) {
    it(`${file} can be read in one sitting`, () => {
      const lines = read(file).trimEnd().split('\n');
      assert.ok(lines.length >= 10 && lines.length <= 30, `${lines.length} lines`);
      for (const line of lines) assert.ok(line.length <= 130, line);
    });
  }

  it('are all run, and all in the README with what it takes to run them', () => {
    assert.deepEqual(RECIPES.map(({ file }) => file).sort(), FILES);
    const told = ROWS.map(([, name, link, run, packages]) => [name, link, run!.split(',')[0], packages]);
    const expected = RECIPES.map(({ file, engine }) => {
      return [file, file, 'yes', ENGINES[engine].packages.map((name) => `\`${name}\``).join(', ')];
    });
    assert.deepEqual(told, expected);
  });

  it('agree with the README on an example', () => {
    const [, key, email, token] = /key `(.+)` and email `(.+)` give\s+`(.+)`/.exec(read('README.md'))!;
    assert.equal(key, KEY);
    assert.equal(VECTORS.find((vector) => vector.email === email)?.token, token);
  });
});
