import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { createServer } from 'vite';
import { markdownFiles } from '../../demo/docs/files.ts';
import { startBrowser, withVisitor } from '../e2e/helpers/site.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

const PHONE = { width: 320, height: 640 };

const linksIn = (tab: Page): Promise<string[]> =>
  tab.$$eval('a', (links) => links.map(({ href }) => href).filter((href) => href.startsWith('file:')));

async function barriersIn(tab: Page): Promise<string[]> {
  const { violations } = (await tab.evaluate('axe.run({ preload: false })')) as {
    violations: { id: string; nodes: { html: string }[] }[];
  };
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe('the documentation as a site', { timeout: 250_000 }, () => {
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

  it('has a page for each text', () => assert.ok(pages.length >= markdownFiles().length));

  it('leads from each page to pages and headings that are there', () =>
    withReader(async (tab) => {
      const ids = new Map<string, string[]>();
      const links: [from: string, to: string][] = [];
      for (const page of pages) {
        await tab.goto(page);
        ids.set(page, await tab.$$eval('[id]', (found) => found.map(({ id }) => id)));
        links.push(...(await linksIn(tab)).map((link): [string, string] => [page, link]));
      }
      const broken = links.filter(([, link]) => {
        const [page, id] = link.split('#') as [string, string?];
        return !existsSync(fileURLToPath(page)) || (id && !ids.get(page)?.includes(decodeURIComponent(id)));
      });
      assert.deepEqual(broken, []);
    }));

  for (const scheme of ['light', 'dark'])
    it(`has no barriers, in ${scheme} colours`, () =>
      withReader(async (tab) => {
        await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        const barriers: string[] = [];
        for (const page of pages) {
          await tab.goto(page);
          await tab.evaluate(axe);
          barriers.push(...(await barriersIn(tab)).map((barrier) => `${page} ${barrier}`));
        }
        assert.deepEqual(barriers, []);
      }));

  it('fits a phone, also where a table or a line of code does not', () =>
    withReader(async (tab) => {
      await tab.setViewport(PHONE);
      const wide: string[] = [];
      for (const page of pages) {
        await tab.goto(page);
        const width = await tab.evaluate(() => document.documentElement.scrollWidth);
        if (width > PHONE.width) wide.push(`${page}: ${width}`);
      }
      assert.deepEqual(wide, []);
    }));

  it('shows its pictures', () =>
    withReader(async (tab) => {
      for (const name of ['how-it-works.html', 'project/index.html']) {
        await tab.goto(pathToFileURL(join(folder, 'docs', name)).href);
        const widths = await tab.$$eval('img', (images) => images.map(({ naturalWidth }) => naturalWidth));
        assert.ok(widths.length && widths.every((width) => width > 0));
      }
    }));

  it('and the configurator lead to each other', () =>
    withReader(async (tab) => {
      await tab.goto(pathToFileURL(join(folder, 'index.html')).href);
      await Promise.all([tab.waitForNavigation(), tab.click('header nav a')]);
      assert.equal(await tab.$eval('h1', (title) => title.textContent), 'Documentation');
      await Promise.all([tab.waitForNavigation(), tab.click('header nav a')]);
      assert.ok(await tab.$('configurator-view'));
    }));

  it('is the same with npm start', async () => {
    const server = await createServer({
      logLevel: 'error',
      clearScreen: false,
      server: { host: '127.0.0.1', port: 0, open: false },
      cacheDir: 'node_modules/.vite-e2e-docs',
    });
    try {
      await server.listen();
      const [origin] = server.resolvedUrls!.local as [string];
      const bodyOf = (text: string): string => /<body>[^]*/.exec(text)![0];
      for (const name of ['index.html', 'project/index.html', 'recipes/php.php.html']) {
        const served = await (await fetch(`${origin}docs/${name}`)).text();
        assert.equal(bodyOf(served), bodyOf(readFileSync(join(folder, 'docs', name), 'utf8')));
      }
      const picture = await fetch(`${origin}docs/how-it-works.svg`);
      assert.match(picture.headers.get('content-type')!, /svg/);
      const outside = await fetch(`${origin}docs/project/package.json.html`);
      assert.equal(outside.status, 404);
    } finally {
      await server.close();
    }
  });
});
