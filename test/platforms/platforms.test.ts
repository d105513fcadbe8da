import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { launch, type Browser, type Page } from 'puppeteer-core';
import type { Choices, Platform } from '../../demo/configurator/choices.ts';
import { CONSENT_BANNERS, linesFor } from '../../demo/configurator/consent-banners.ts';
import { platforms } from '../../demo/configurator/platforms/index.ts';
import { texts } from '../../demo/configurator/texts.ts';
import { chromiumOptions, findEngine } from '../../scripts/browsers.mjs';
import { lackOf, render } from './engine.ts';
import { readTag, type ReadTag } from './parse.ts';
import { PEOPLE, WILD, type Person } from './people.ts';
import { RUNS } from './runs.ts';

const KEY = 's3cr3t-kéy';
const SRC = 'https://help.example.com/public/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-38.js';
const SCRIPT = 'https://cdn.example.com/useresponse-widget.min.js';

const choicesFor = (platform: Platform, phone: string): Choices => ({
  src: SRC,
  host: '',
  chatId: '',
  type: 'chat',
  platform: platform.id,
  recognise: true,
  fields: [
    { key: '170', value: phone, isExpression: true },
    { key: 'property_172', value: WILD, isExpression: false },
    { key: 'Other "field"', value: WILD, isExpression: false },
    { key: 'phone', value: phone, isExpression: true },
  ],
  loading: 'idle',
  loadOn: 'consent-given',
  clearOn: 'logout pagehide',
  fallback: { address: 'https://help.example.com/?a=1&b=2', text: WILD },
  debug: true,
  script: SCRIPT,
});

const EVERYBODY = {
  src: SRC,
  loading: 'idle',
  'load-on': 'consent-given',
  'clear-on': 'logout pagehide',
  debug: 'on-request',
};

const tokenOf = (email: string): string =>
  createHash('sha256')
    .update(KEY + email)
    .digest('hex');

const expectedFor = ({ email, name, phone }: Person): Record<string, unknown> => ({
  ...EVERYBODY,
  token: tokenOf(email),
  email,
  name,
  property_170: phone,
  property_172: WILD,
  properties: { 'Other "field"': WILD, phone },
});

/** The element takes JSON for what it says, however it is written. */
const parsed = ({ attributes }: ReadTag): Record<string, unknown> => ({
  ...attributes,
  ...(attributes['properties'] && { properties: JSON.parse(attributes['properties']) as unknown }),
});

function assertFrame(tag: ReadTag): void {
  assert.deepEqual([...tag.elements].sort(), ['a', 'script', 'useresponse-widget']);
  assert.equal(tag.script['src'], SCRIPT);
  assert.equal(tag.script['async'], '');
  assert.deepEqual(tag.link, { address: 'https://help.example.com/?a=1&b=2', text: WILD });
}

/** All that was rendered, for a browser to have its say. */
const rendered: string[] = [];

for (const platform of platforms) {
  const run = RUNS[platform.id];
  if (!run) continue;
  const [engine, kind, phone] = run;
  describe(`The text for ${platform.id}`, { skip: lackOf(engine) }, () => {
    let pages: string[];
    const people = [...PEOPLE, null];
    before(async () => {
      const snippets = platform.snippets(choicesFor(platform, phone));
      pages = await render(engine, { kind, snippets, people, key: KEY });
      rendered.push(...pages);
    });

    it('says who is signed in, character by character', () => {
      for (const [index, person] of PEOPLE.entries()) {
        const tag = readTag(pages[index]!);
        assertFrame(tag);
        assert.deepEqual(parsed(tag), expectedFor(person), person.name.slice(0, 50));
      }
    });

    it('says nothing of a visitor who is not signed in', () => {
      const tag = readTag(pages.at(-1)!);
      assertFrame(tag);
      assert.deepEqual(tag.attributes, EVERYBODY);
    });

    it('lets the browser fetch the script early where nothing is waited for', async () => {
      const choices = { ...choicesFor(platform, phone), loading: 'eager' as const, loadOn: '' };
      const [page] = await render(engine, {
        kind,
        snippets: platform.snippets(choices),
        people: [null],
        key: KEY,
      });
      assert.deepEqual(readTag(page!).hint, { rel: 'preload', as: 'script', href: SRC });
    });

    it('takes the lines for a consent banner below the tag, and hands them on as they are', async () => {
      // A component of React has them in a file of their own.
      if (platform.id === 'next') return;
      const html = CONSENT_BANNERS.map(linesFor).join('\n');
      const lines = platform.beside?.(html) ?? html;
      const snippets = platform.snippets(choicesFor(platform, phone)).map((snippet) => ({
        ...snippet,
        code: snippet.code.replace('</useresponse-widget>', (end) => `${end}\n${lines}`),
      }));
      const [page] = await render(engine, { kind, snippets, people: [null], key: KEY });
      assert.ok(page!.includes(html));
    });

    it('never shows the security key', () => {
      for (const page of pages) assert.ok(!page.includes(KEY));
    });

    it('takes nobody for a user without an email, nor where the key is missing', async () => {
      const choices = choicesFor(platform, phone);
      const snippets = platform.snippets(choices);
      const nameless = { email: '', name: 'Anna', phone: '1' };
      const anna = { email: 'anna@example.com', name: 'Anna', phone: '1' };
      const [[first], [second]] = await Promise.all([
        render(engine, { kind, snippets, people: [nameless], key: KEY }),
        render(engine, { kind, snippets, people: [anna], key: '' }),
      ]);
      for (const page of [first, second]) assert.deepEqual(readTag(page!).attributes, EVERYBODY);
    });

    it('is the tag alone where nobody is to be recognised', async () => {
      const choices = { ...choicesFor(platform, phone), recognise: false };
      const snippets = platform.snippets(choices);
      const [page] = await render(engine, { kind, snippets, people: [PEOPLE[0]!], key: KEY });
      const tag = readTag(page!);
      assertFrame(tag);
      assert.deepEqual(tag.attributes, EVERYBODY);
    });
  });
}

const chromium = await findEngine('chromium');

describe('In a browser', { skip: !chromium && 'needs chromium' }, () => {
  let browser: Browser;
  let page: Page;
  before(async () => {
    browser = await launch(chromiumOptions(chromium!));
    page = await browser.newPage();
  });
  after(() => browser.close());

  it('every rendered text says the same as to the parser', async () => {
    const read = await page.evaluate(
      (pages) =>
        pages.map((html) => {
          const { body } = new DOMParser().parseFromString(`<body>${html}`, 'text/html');
          const { attributes } = body.querySelector('useresponse-widget')!;
          return Object.fromEntries(Array.from(attributes, ({ name, value }) => [name, value]));
        }),
      rendered,
    );
    for (const [index, attributes] of read.entries()) {
      assert.deepEqual(attributes, readTag(rendered[index]!).attributes);
    }
  });

  it('the script for a tag manager makes its tag even before there is a body', async () => {
    const platform = platforms.find(({ id }) => id === 'gtm')!;
    const [{ code } = { code: '' }] = platform.snippets(choicesFor(platform, ''));
    await page.setContent(`<!doctype html><head>${code}</head><body><p>Hello</p>`);
    const seen = await page.evaluate(() => ({
      tags: document.querySelectorAll('useresponse-widget').length,
      text: document.body.innerText,
    }));
    assert.deepEqual(seen, { tags: 1, text: 'Hello' });
  });

  it('the script for a tag manager makes the same tag as the others, once', async () => {
    const platform = platforms.find(({ id }) => id === 'gtm')!;
    const [{ code } = { code: '' }] = platform.snippets(choicesFor(platform, ''));
    await page.setContent(`<!doctype html><body>${code}${code}`);
    const tags = await page.evaluate(() =>
      [...document.querySelectorAll('useresponse-widget')].map(({ attributes, firstElementChild }) => ({
        attributes: Object.fromEntries(Array.from(attributes, ({ name, value }) => [name, value])),
        link: [firstElementChild?.getAttribute('href'), firstElementChild?.textContent],
        script: document.head.querySelector('script')?.src,
      })),
    );
    const link = ['https://help.example.com/?a=1&b=2', WILD];
    assert.deepEqual(tags, [{ attributes: EVERYBODY, link, script: SCRIPT }]);
  });
});

describe('The expression that is shown as an example', () => {
  it(
    'prints nothing into the page where the session of PHP lacks the value',
    { skip: lackOf('php') },
    async () => {
      const platform = platforms.find(({ id }) => id === 'php')!;
      const expression = texts.platforms.php.expression.replace('PHP: ', '');
      const people = [{ email: 'anna@example.com', name: 'Anna' } as Person];
      const snippets = platform.snippets(choicesFor(platform, expression));
      const [page] = await render('php', { kind: 'php', snippets, people, key: KEY });
      assert.equal(readTag(page!).attributes['property_170'], '');
    },
  );
});

describe('What is said of how a text was tried', () => {
  for (const { id, tried } of platforms) {
    it(`is true for ${id}`, () => {
      assert.equal(tried === 'engine', Boolean(RUNS[id]));
    });
  }
});
