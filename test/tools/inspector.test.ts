import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Page, Viewport } from 'puppeteer-core';
import { RECORD, ready, useWorld, withVisitor } from '../e2e/helpers/site.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const MAIN = read('dist/useresponse-widget.min.js');
const INSPECTOR = read('dist/useresponse-inspector.js');
const AXE = read('node_modules/axe-core/axe.min.js');

const NONCE = 'cjRuZDBt';
const STRICT = `script-src 'nonce-${NONCE}' 'strict-dynamic'; require-trusted-types-for 'script'; trusted-types useresponse-widget; style-src 'self'; base-uri 'none'; object-src 'none'`;
const TOKEN = '200b6422385454428ea9b2d6d2e1576ccc127826786adbc66ba89e359dc89612';
const BRIAN = { token: TOKEN, email: 'brian@example.com', name: 'Brian' };
const BROKEN = { token: '{{ token }}', email: ' x', name: 'O&amp;#39;Neil' };

const PANEL = 'useresponse-inspector';
const says = (tab: Page, text: string): Promise<unknown> =>
  tab.waitForFunction(
    (selector, wanted) =>
      document.querySelector(selector)?.shadowRoot?.querySelector('.panel')?.textContent?.includes(wanted),
    { polling: 50, timeout: 30_000 },
    PANEL,
    text,
  );

const press = (tab: Page, name: string): Promise<void> =>
  tab.$eval(
    PANEL,
    (host, wanted) => {
      const buttons = [...host.shadowRoot!.querySelectorAll('button')];
      buttons.find(({ textContent }) => textContent === wanted)!.click();
    },
    name,
  );

describe('the inspector, beside the file for a CDN', { timeout: 500_000 }, () => {
  const world = useWorld();
  let pages = 0;

  /** A site that holds both files in one folder, or only the first. */
  function files(folder: string, hasInspector = true): string {
    const type = { 'Content-Type': 'text/javascript' };
    world.site.publishDocument(`${folder}/useresponse-widget.min.js`, MAIN, type);
    if (hasInspector) world.site.publishDocument(`${folder}/useresponse-inspector.js`, INSPECTOR, type);
    return `${folder}/useresponse-widget.min.js`;
  }

  interface Options {
    script?: string;
    person?: object;
    more?: string;
    head?: string;
    html?: string;
    policy?: string;
    /** Where the page may send requests to, besides the vendor, whose simulator reports to its server. */
    connect?: string;
    nonce?: string;
  }

  function publish({
    script = `<script src="${files('/files')}" async nonce="${NONCE}"></script>`,
    person = BRIAN,
    more = 'debug',
    head = '',
    html = '<html lang="en">',
    policy,
    connect = "'self'",
    nonce = NONCE,
  }: Options = {}): string {
    const widget = world.site.widget();
    const { origin } = new URL(widget.src);
    return world.site.publishDocument(
      `/inspected-${++pages}`,
      `<!doctype html>${html}<head><title>Shop</title><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width"><script nonce="${NONCE}">${RECORD}</script>${head}${script}</head><body><h1>Kites</h1><button>Buy</button>${widget.tag(person, `nonce="${nonce}" ${more}`)}</body></html>`,
      policy === undefined
        ? {}
        : { 'Content-Security-Policy': `${policy}; connect-src ${origin} ${connect}` },
    );
  }

  const visit = (options: Options, look: (tab: Page) => Promise<void>): Promise<void> =>
    withVisitor(world.browser, async (newTab) => {
      const tab = await newTab();
      await tab.goto(publish(options));
      await look(tab);
    });

  it('comes from the folder of the page’s script tag, and finds nothing wrong', () =>
    visit({}, async (tab) => {
      await says(tab, 'No mistake found · ready');
      await says(tab, 'handed to UseResponse');
    }));

  const TAGS = {
    'a classic script': (file: string) => `<script src="${file}"></script>`,
    'a deferred one': (file: string) => `<script src="${file}" defer></script>`,
    'a module': (file: string) => `<script src="${file}" type="module"></script>`,
    'one with a version': (file: string) => `<script src="${file}?ver=1.2" async></script>`,
    'one behind another of a folder with its name': (file: string) =>
      `<script src="/useresponse-widget/init.js"></script><script src="${file}" async></script>`,
  };
  for (const [what, script] of Object.entries(TAGS))
    it(`comes with ${what}`, () =>
      visit({ script: script(files('/sub/folder')) }, async (tab) => void (await says(tab, '· ready'))));

  const WATCH = `<script nonce="${NONCE}">
    window.violations = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => violations.push(violatedDirective));
  </script>`;

  it('works under a strict policy with Trusted Types, and breaks nothing of it', () =>
    visit({ policy: STRICT, head: WATCH }, async (tab) => {
      await says(tab, 'Nothing of UseResponse was blocked');
      await press(tab, 'Ask for this page as a stranger');
      await says(tab, 'A stranger gets this very token');
      await press(tab, 'Copy the report');
      assert.equal(await tab.$eval(PANEL, (host) => getComputedStyle(host).position), 'fixed');
      assert.deepEqual(await tab.evaluate('violations'), []);
    }));

  it('says that a policy keeps the script away, and which line of it', () =>
    visit({ policy: `script-src 'self' 'nonce-${NONCE}'`, nonce: '' }, async (tab) => {
      await says(tab, 'It has blocked something of UseResponse: script-src');
      await says(tab, 'Content-Security-Policy keeps it away');
    }));

  it('says nothing of a policy that only reports', () =>
    withVisitor(world.browser, async (newTab) => {
      const tab = await newTab();
      const widget = world.site.widget();
      const url = world.site.publishDocument(
        '/reported',
        `<!doctype html><script src="${files('/files')}" async></script>${widget.tag(BRIAN, 'debug')}`,
        { 'Content-Security-Policy-Report-Only': "script-src 'self'" },
      );
      await tab.goto(url);
      await says(tab, 'No mistake found · ready');
      await says(tab, 'Nothing of UseResponse was blocked');
    }));

  for (const rule of [
    '* { all: unset !important }',
    '* { all: revert !important; opacity: 0 !important; visibility: hidden !important }',
    'html > :not(head, body), useresponse-inspector { display: none !important }',
  ])
    it(`keeps its place against the page’s ${rule}`, () =>
      visit({ head: `<style>${rule}</style>` }, async (tab) => {
        await says(tab, '· ready');
        const seen = await tab.$eval(PANEL, (host) => {
          const { position, visibility, opacity } = getComputedStyle(host);
          const { y, width, height } = host.getBoundingClientRect();
          return { position, visibility, opacity, y, isThere: width > 100 && height > 100 };
        });
        assert.deepEqual(seen, {
          position: 'fixed',
          visibility: 'visible',
          opacity: '1',
          y: 8,
          isThere: true,
        });
        await tab.emulateMediaType('print');
        assert.equal(await tab.$eval(PANEL, (host) => getComputedStyle(host).display), 'none');
      }));

  it('can’t tell about strangers where the policy lets it ask nobody', () =>
    visit({ policy: `${STRICT}; default-src 'none'`, connect: '' }, async (tab) => {
      await says(tab, '· ready');
      await press(tab, 'Ask for this page as a stranger');
      await says(tab, 'It can’t be told');
    }));

  it('tells the console the steps where the file is missing', () =>
    withVisitor(world.browser, async (newTab) => {
      const tab = await newTab();
      const lines: string[] = [];
      tab.on('console', (line) => lines.push(line.text()));
      const script = `<script src="${files('/alone', false)}" async></script>`;
      await tab.goto(publish({ script, person: { token: 'KaNaRi', email: 'KaNaRi@b.test' } }));
      await ready(tab);
      await tab.waitForFunction(() => performance.getEntriesByName('useresponse-ready').length);
      while (!lines.some((line) => line.includes('useresponse-ready')))
        await new Promise((resolve) => tab.once('console', resolve));
      assert.match(lines.join('\n'), /useresponse-config/);
      assert.doesNotMatch(lines.join('\n'), /KaNaRi/);
      assert.equal(await tab.$(PANEL), null);
    }));

  it('tells it to the console, too, where the server answers with a page in its place', () =>
    withVisitor(world.browser, async (newTab) => {
      const tab = await newTab();
      const lines: string[] = [];
      tab.on('console', (line) => lines.push(line.text()));
      const file = files('/spa', false);
      world.site.publishDocument('/spa/useresponse-inspector.js', '<!doctype html><title>Shop</title>');
      await tab.goto(publish({ script: `<script src="${file}" async></script>` }));
      await ready(tab);
      while (!lines.some((line) => line.includes('useresponse-ready')))
        await new Promise((resolve) => tab.once('console', resolve));
    }));

  it('is asked for by the page’s address where the owner allows it', () =>
    withVisitor(world.browser, async (newTab) => {
      const tab = await newTab();
      const asked: string[] = [];
      tab.on('request', (request) => asked.push(request.url()));
      const url = publish({ more: 'debug="on-request"' });
      await tab.goto(url);
      await ready(tab);
      assert.deepEqual(
        asked.filter((address) => address.includes('inspector')),
        [],
      );
      for (const query of ['?useresponse-debug', '?page=2&useresponse-debug', '?useresponse-debug=1']) {
        await tab.goto(url + query);
        await says(tab, 'ready');
        // An app may change the address without a new page.
        await tab.evaluate(() => history.replaceState(null, '', location.pathname));
        await says(tab, 'handed to UseResponse');
      }
      await tab.goto(publish({ more: '' }) + '?useresponse-debug');
      await ready(tab);
      assert.equal(await tab.$(PANEL), null);
    }));

  it('is not asked for where nobody debugs', () =>
    withVisitor(world.browser, async (newTab) => {
      const tab = await newTab();
      const asked: string[] = [];
      tab.on('request', (request) => asked.push(request.url()));
      await tab.goto(publish({ more: '' }));
      await ready(tab);
      assert.deepEqual(
        asked.filter((address) => address.includes('inspector')),
        [],
      );
    }));

  const VIEWPORTS: Record<string, Viewport> = {
    'a desktop': { width: 1280, height: 800 },
    'a phone': { width: 360, height: 640, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
    'a phone on its side': { width: 667, height: 375, isMobile: true, hasTouch: true },
    'a desktop at 200 %': { width: 640, height: 400, deviceScaleFactor: 2 },
  };
  for (const [what, viewport] of Object.entries(VIEWPORTS))
    for (const html of ['<html lang="en">', '<html lang="he" dir="rtl">'])
      it(`leaves the corners at the bottom free on ${what}, ${html}`, () =>
        withVisitor(world.browser, async (newTab) => {
          const tab = await newTab();
          await tab.setViewport(viewport);
          await tab.goto(publish({ html, person: BROKEN }));
          await says(tab, 'mistakes · ready');
          const { top, bottom, left, right, scrolls } = await tab.$eval(PANEL, (host) => {
            const { x, y, width, height } = host.getBoundingClientRect();
            const body = host.shadowRoot!.querySelector('.body')!;
            return {
              top: y,
              left: x,
              right: innerWidth - x - width,
              bottom: innerHeight - y - height,
              scrolls: body.scrollHeight > body.clientHeight && body.scrollWidth <= body.clientWidth,
            };
          });
          assert.ok(bottom >= 100, `${bottom} pixels are free`);
          assert.ok(top >= 0 && left >= 0 && right >= 0);
          assert.ok(scrolls, 'the rest can be scrolled to, and nothing is cut off at the side');
        }));

  it('lets the place of a mistake be seen in the colours that somebody has forced upon all pages', () =>
    visit({ more: "debug properties='{“a”:1}'" }, async (tab) => {
      await says(tab, 'curly');
      const session = await tab.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', {
        features: [{ name: 'forced-colors', value: 'active' }],
      });
      const [letter, ground, panel] = await tab.$eval(PANEL, (host) => {
        const { color, backgroundColor } = getComputedStyle(host.shadowRoot!.querySelector('pre i')!);
        return [
          color,
          backgroundColor,
          getComputedStyle(host.shadowRoot!.querySelector('.panel')!).backgroundColor,
        ];
      });
      assert.notEqual(letter, ground);
      assert.notEqual(ground, panel);
      assert.notEqual(ground, 'rgba(0, 0, 0, 0)');
    }));

  it('has its buttons beside or below its title, however large somebody wants all letters', () =>
    withVisitor(world.browser, async (newTab) => {
      const tab = await newTab();
      await tab.setViewport({ width: 320, height: 640 });
      const session = await tab.createCDPSession();
      await session.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
      await tab.goto(publish({ person: BROKEN }));
      await says(tab, 'mistakes · ready');
      const [title, ...buttons] = await tab.$eval(PANEL, (host) =>
        [...host.shadowRoot!.querySelectorAll('header h2, header .summary, header button')].map((part) => {
          const range = document.createRange();
          range.selectNodeContents(part);
          const { left, right, top, bottom } = (
            part.localName === 'button' ? part : range
          ).getBoundingClientRect();
          return { left, right, top, bottom };
        }),
      );
      for (const part of [title!, ...buttons]) {
        assert.ok(part.left >= 0 && part.right <= 320, JSON.stringify(part));
        const under = [title!, ...buttons].filter(
          (other) =>
            other !== part &&
            other.left < part.right - 1 &&
            part.left < other.right - 1 &&
            other.top < part.bottom - 1 &&
            part.top < other.bottom - 1,
        );
        assert.deepEqual(under, []);
      }
    }));

  it('can be used by keyboard, closes with Escape, and gives the focus back', () =>
    visit({}, async (tab) => {
      await says(tab, 'ready');
      await tab.focus('h1 + button');
      const focused = (): Promise<string> =>
        tab.evaluate(() => {
          let element = document.activeElement;
          while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
          return `${element?.ariaLabel ?? element?.textContent}`;
        });
      const isInside = (): Promise<boolean> =>
        tab.evaluate((selector) => document.activeElement?.localName === selector, PANEL);
      let before = '';
      while (!(await isInside())) {
        before = await focused();
        await tab.keyboard.press('Tab');
      }
      assert.equal(await focused(), 'Fold');
      await tab.keyboard.press('Tab');
      assert.equal(await focused(), 'Close');
      await tab.keyboard.press('Escape');
      assert.equal(await focused(), before);
      assert.equal(await tab.$(PANEL), null);
    }));

  it('copies a report that names nobody', () =>
    withVisitor(world.browser, async (newTab) => {
      const tab = await newTab();
      const person = { token: 'KaNaRi1', email: 'KaNaRi2@b.test', name: 'KaNaRi3', property_170: 'KaNaRi4' };
      await tab
        .browserContext()
        .overridePermissions(world.site.url, ['clipboard-read', 'clipboard-sanitized-write']);
      await tab.goto(`${publish({ person })}?KaNaRi5#KaNaRi6`);
      await says(tab, 'ready');
      await press(tab, 'Copy the report');
      await says(tab, 'Copied.');
      const report = await tab.evaluate(() => navigator.clipboard.readText());
      assert.match(report, /^UseResponse inspector\n/);
      assert.match(report, /\[ok\] Script: Loaded in \d+ ms\./);
      assert.doesNotMatch(report, /KaNaRi/i);
    }));

  for (const scheme of ['light', 'dark'])
    for (const [what, person] of Object.entries({ works: BRIAN, 'is broken': BROKEN }))
      it(`is accessible where the tag ${what}, in ${scheme} colours`, () =>
        withVisitor(world.browser, async (newTab) => {
          const tab = await newTab();
          await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          await tab.goto(publish({ person, more: "debug properties='{'" }));
          await says(tab, '· ready');
          await tab.$eval(PANEL, (host) => {
            for (const details of host.shadowRoot!.querySelectorAll('details')) details.open = true;
          });
          await tab.evaluate(AXE);
          const { violations } = (await tab.evaluate(
            `axe.run(document.querySelector('${PANEL}'), { preload: false })`,
          )) as { violations: { id: string; nodes: { html: string }[] }[] };
          assert.deepEqual(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: part }) => part).join(' ')}`),
            [],
          );
        }));
});
