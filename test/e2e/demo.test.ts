import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { createServer, type ViteDevServer } from 'vite';
import { PEOPLE } from '../../demo/shop/people.ts';
import { open, PATIENCE, startBrowser, withVisitor } from './helpers/site.ts';

describe('the demo', { timeout: 240_000 }, () => {
  let server: ViteDevServer;
  let browser: Browser;
  let shop: string;
  let origin: string;
  before(async () => {
    server = await createServer({
      logLevel: 'error',
      clearScreen: false,
      server: { host: '127.0.0.1', port: 0, open: false },
      // A folder of its own: somebody's `npm start` may be running.
      cacheDir: 'node_modules/.vite-e2e',
    });
    [browser] = await Promise.all([startBrowser(), server.listen()]);
    origin = server.resolvedUrls!.local[0]!;
    shop = `${origin}shop/`;
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Whom the support team sees, with the badge that tells how far he is known. */
  async function sees(operator: Page, name: string, badge: string): Promise<void> {
    // Its feed rests while nobody looks at it.
    await operator.bringToFront();
    await operator.waitForFunction(
      (wantedName, wantedBadge) => {
        const root = document.querySelector('operator-view')?.shadowRoot;
        const texts = ['.name', '.badge'].map((part) => root?.querySelector(part)?.textContent?.trim());
        return texts[0] === wantedName && texts[1] === wantedBadge;
      },
      PATIENCE,
      name,
      badge,
    );
  }

  async function press(shopper: Page, selector: string): Promise<void> {
    await shopper.bringToFront();
    await Promise.all([shopper.waitForNavigation(), shopper.click(selector)]);
  }

  async function signIn(shopper: Page, id: string): Promise<void> {
    await open(shopper, `${shop}account`);
    await press(shopper, `button[name="person"][value="${id}"]`);
    await open(shopper, `${shop}account`);
  }

  async function write(shopper: Page, text: string): Promise<void> {
    await shopper.bringToFront();
    await shopper.evaluate((message) => {
      const root = document.querySelector('[id^="useresponse-simulator-"]')!.shadowRoot!;
      root.querySelector<HTMLElement>('.bubble')!.click();
      root.querySelector('input')!.value = message;
      root.querySelector('form')!.requestSubmit();
    }, text);
  }

  const conversation = (shopper: Page): Promise<string> =>
    shopper.evaluate(
      () =>
        document.querySelector('[id^="useresponse-simulator-"]')!.shadowRoot!.querySelector('.log')!
          .textContent,
    );

  for (const [index, person] of PEOPLE.entries()) {
    const way = index ? 'button' : 'link';
    it(`recognises ${person.name}, and nobody after a log-out by ${way}`, () =>
      withVisitor(browser, async (newTab) => {
        const operator = await newTab();
        await operator.goto(`${origin}operator/`);
        const shopper = await newTab();
        await signIn(shopper, person.id);
        await sees(operator, person.name, 'Verified');
        await write(shopper, 'Where is my kite?');
        assert.match(await conversation(shopper), /Where is my kite/);

        if (way === 'link') {
          await press(shopper, 'a[href="/shop/logout"]');
          assert.equal(await shopper.$('useresponse-widget'), null);
        } else {
          await press(shopper, '[data-log-out]');
        }
        await open(shopper, shop);
        await sees(operator, 'A guest', 'Anonymous');
        assert.doesNotMatch(await conversation(shopper), /Where is my kite/);
      }));
  }

  it('does not take one for the other where two share a computer', () =>
    withVisitor(browser, async (newTab) => {
      const [one, two] = PEOPLE as [(typeof PEOPLE)[number], (typeof PEOPLE)[number]];
      const operator = await newTab();
      await operator.goto(`${origin}operator/`);
      const shopper = await newTab();
      await signIn(shopper, one.id);
      await sees(operator, one.name, 'Verified');
      await write(shopper, 'A secret of mine');
      await press(shopper, `button[name="person"][value="${two.id}"]`);
      await open(shopper, `${shop}account`);
      await sees(operator, two.name, 'Verified');
      assert.doesNotMatch(await conversation(shopper), /A secret of mine/);
    }));
});
