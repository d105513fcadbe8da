import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'parse5';
import type { Browser, Page } from 'puppeteer-core';
import { createServer, type ViteDevServer } from 'vite';
import { markdownFiles } from '../../demo/docs/files.ts';
import { RELOAD } from '../../demo/reload.ts';
import { startBrowser, withVisitor } from '../e2e/helpers/site.ts';
import { attributesOf, elementsIn } from '../platforms/parse.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

const PHONE = { width: 320, height: 640 };

const SCREEN = { width: 1280, height: 800 };

async function barriersIn(tab: Page): Promise<string[]> {
  const { violations } = (await tab.evaluate('axe.run({ preload: false })')) as {
    violations: { id: string; nodes: { html: string }[] }[];
  };
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

let servers = 0;

/** As `npm start` and `npm run dev` do, each with a cache of its own, since two may be there at the same time. */
async function serve(mode = 'development'): Promise<ViteDevServer> {
  servers += 1;
  const server = await createServer({
    mode,
    logLevel: 'error',
    clearScreen: false,
    server: { host: '127.0.0.1', port: 0, open: false },
    cacheDir: `node_modules/.vite-e2e-docs-${servers}`,
  });
  return server.listen();
}

describe('the documentation as a site', { timeout: 500_000, concurrency: 2 }, () => {
  let folder: string;
  let browser: Browser;
  /** Addresses of all its pages, as files. */
  let pages: string[];

  before(async () => {
    // Nothing in the pages may depend on where they lie.
    folder = join(mkdtempSync(join(tmpdir(), 'docs-')), 'Für alle #1');
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build-demo.mjs', folder], { cwd: root });
    pages = readdirSync(join(folder, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.html'))
      .map((file) => pathToFileURL(join(folder, 'docs', file)).href);
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    rmSync(join(folder, '..'), { recursive: true, force: true });
  });

  /** Opens pages one after the other, and sees to it that all they ask for are files, and that nothing goes wrong unheard. */
  const withReader = (read: (tab: Page) => Promise<void>): Promise<void> =>
    withVisitor(browser, async (newTab) => {
      const tab = await newTab();
      const faults: string[] = [];
      tab.on('pageerror', (error) => faults.push(String(error)));
      tab.on('console', (message) => faults.push(message.text()));
      tab.on('request', (request) => {
        if (!/^(file|data):/.test(request.url())) faults.push(request.url());
      });
      await read(tab);
      assert.deepEqual(faults, []);
    });

  it('has a page for each text', () =>
    assert.ok(pages.length >= markdownFiles().length, `${pages.length} pages`));

  it('leads from each page to pages and headings that are there', () => {
    const ids = new Map<string, string[]>();
    const links: [from: string, to: string][] = [];
    for (const page of pages) {
      const elements = elementsIn(parse(readFileSync(fileURLToPath(page), 'utf8'))).map(attributesOf);
      ids.set(
        page,
        elements.flatMap(({ id }) => id ?? []),
      );
      links.push(
        ...elements.flatMap(({ href }): typeof links => (href ? [[page, new URL(href, page).href]] : [])),
      );
    }
    const broken = links.filter(([, link]) => {
      const [page, id] = link.split('#') as [string, string?];
      if (!page.startsWith('file:')) return false;
      return !existsSync(fileURLToPath(page)) || (id && !ids.get(page)?.includes(decodeURIComponent(id)));
    });
    assert.deepEqual(broken, []);
  });

  for (const [name, viewport, scheme] of [
    ['a phone, in light colours', PHONE, 'light'],
    ['a screen, in dark colours', SCREEN, 'dark'],
  ] as const)
    it(`fits ${name}, and has no barriers`, () =>
      withReader(async (tab) => {
        await tab.setViewport(viewport);
        await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        const mistakes: string[] = [];
        for (const page of pages) {
          await tab.goto(page);
          await tab.evaluate(axe);
          mistakes.push(...(await barriersIn(tab)).map((barrier) => `${page} ${barrier}`));
          // Tables and lines of code scroll within the page.
          const width = await tab.evaluate(() => document.documentElement.scrollWidth);
          if (width > viewport.width) mistakes.push(`${page} is ${width} pixels wide`);
        }
        assert.deepEqual(mistakes, []);
      }));

  it('shows its pictures', () =>
    withReader(async (tab) => {
      for (const name of ['how-it-works.html', 'project/index.html']) {
        await tab.goto(pathToFileURL(join(folder, 'docs', name)).href);
        const widths = await tab.$$eval('img', (images) => images.map(({ naturalWidth }) => naturalWidth));
        assert.ok(widths.length && widths.every((width) => width > 0), `widths: ${widths.join()}`);
      }
    }));

  it('and the configurator lead to each other', () =>
    withReader(async (tab) => {
      await tab.goto(pathToFileURL(join(folder, 'index.html')).href);
      await Promise.all([tab.waitForNavigation(), tab.click('header nav a')]);
      assert.equal(await tab.$eval('h1', (title) => title.textContent), 'Documentation');
      await Promise.all([tab.waitForNavigation(), tab.click('header nav a')]);
      assert.ok(await tab.$('configurator-view'), 'no configurator');
    }));

  it('is the same with npm start', async () => {
    const server = await serve();
    try {
      const [origin] = server.resolvedUrls!.local as [string];
      const bodyOf = (text: string): string => /<body>[^]*/.exec(text)![0];
      for (const name of ['index.html', 'project/index.html', 'recipes/php.php.html']) {
        const served = await (await fetch(`${origin}docs/${name}`)).text();
        assert.equal(bodyOf(served), bodyOf(readFileSync(join(folder, 'docs', name), 'utf8')));
      }
      const picture = await fetch(`${origin}docs/how-it-works.svg`);
      assert.match(picture.headers.get('content-type')!, /svg/);
      // Nothing but what the texts link to.
      assert.equal((await fetch(`${origin}docs/project/package.json.html`)).status, 404);
    } finally {
      await server.close();
    }
  });

  for (const path of ['', 'docs/start.html', 'shop/'])
    it(`is loaded anew with npm run dev, when a text changes: /${path}`, async () => {
      const server = await serve(RELOAD);
      try {
        await withVisitor(browser, async (newTab) => {
          const tab = await newTab();
          const connected = new Promise<void>((resolve) => {
            tab.on('console', (message) => message.text().includes('connected') && resolve());
          });
          await tab.goto(server.resolvedUrls!.local[0]! + path);
          await connected;
          const loaded = tab.waitForNavigation();
          server.watcher.emit('change', join(root, 'docs/start.md'));
          await loaded;
        });
      } finally {
        await server.close();
      }
    });
});
