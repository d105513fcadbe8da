import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { startSimulator } from '../../demo/simulator/server.ts';
import { chromiumOptions, findEngine } from '../../scripts/browsers.mjs';

export const OWN_SCRIPT = readFileSync(
  new URL('../../dist/useresponse-widget.min.js', import.meta.url),
  'utf8',
);
/** How long a page may take until the tag is ready, in milliseconds. */
const PATIENCE = 40_000;
/** What docs and recipes name, each to be replaced by what is there in a test. */
const EXAMPLES = {
  script: 'https://cdn.example.com/useresponse-widget.min.js',
  vendor: 'https://help.example.com/public',
  chatId: '-38.js',
};

export type Call = [name: string, argument: unknown];

export const tokenOf = (key: string, email: string): string =>
  createHash('sha256')
    .update(key + email)
    .digest('hex');

export async function startBrowser(): Promise<Browser> {
  const found = await findEngine('chromium');
  if (!found) throw new Error('Chromium is not installed.');
  return launch(chromiumOptions(found));
}

let lastWidget = 0;

/** A vendor whose widgets are told apart by their ids: each story has its own. */
export async function startVendor() {
  const simulator = await startSimulator();
  return {
    close: () => simulator.close(),
    newWidget() {
      const id = `${++lastWidget}`;
      return {
        id,
        /** Puts the test's addresses into what a user copies. */
        into: (code: string, script: string) =>
          code
            .replaceAll(EXAMPLES.script, script)
            .replaceAll(EXAMPLES.vendor, `${simulator.url}/public`)
            .replaceAll(EXAMPLES.chatId, `-${id}.js`),
      };
    },
  };
}

export type Widget = ReturnType<Awaited<ReturnType<typeof startVendor>>['newWidget']>;

/** A visitor with cookies and a storage of his own. */
export async function withVisitor(browser: Browser, visit: (tab: Page) => Promise<void>): Promise<void> {
  const context = await browser.createBrowserContext();
  try {
    await visit(await context.newPage());
  } finally {
    await context.close();
  }
}

/** What the vendor was told on the page, when the tag has nothing more to tell. */
export async function callsIn(tab: Page): Promise<Call[]> {
  await tab.waitForFunction(
    () => document.querySelector('useresponse-widget')?.matches(':state(ready), :state(error)'),
    { timeout: PATIENCE },
  );
  return tab.evaluate(() =>
    (
      window as unknown as { useresponseSimulator: { calls: { name: string; args: unknown[] }[] } }
    ).useresponseSimulator.calls.map(({ name, args }): [string, unknown] => [name, args[0]]),
  );
}

export const attributesIn = (tab: Page): Promise<Record<string, string>> =>
  tab.$eval('useresponse-widget', (tag) =>
    Object.fromEntries([...tag.attributes].map(({ name, value }) => [name, value])),
  );

export const countIn = (tab: Page): Promise<number> =>
  tab.$$eval('useresponse-widget', ({ length }) => length);

export interface Person {
  login: string;
  password: string;
  /** What UseResponse is told of him. */
  said: Record<string, unknown>;
}

export interface Site {
  home: string;
  signIn(tab: Page, person: Person): Promise<void>;
  /** By the site's own link. */
  logOut(tab: Page): Promise<void>;
}

/** From a visitor who is unknown to two people on one computer: each is recognised, and none is taken for another. */
export async function tellStory(browser: Browser, site: Site, widget: Widget, [anna, bob]: [Person, Person]) {
  const identify = ({ said }: Person): Call => ['userConfig', said];
  const clear: Call = ['clearChatStorage', widget.id];
  await withVisitor(browser, async (tab) => {
    const atHome = async (): Promise<Call[]> => {
      await tab.goto(site.home);
      assert.equal(await countIn(tab), 1);
      return callsIn(tab);
    };
    assert.deepEqual(await atHome(), [], 'a visitor');
    await site.signIn(tab, anna);
    assert.deepEqual(await atHome(), [identify(anna)], 'Anna');
    assert.deepEqual(await atHome(), [identify(anna)], 'Anna again');
    await site.logOut(tab);
    assert.deepEqual(await atHome(), [clear], 'after her log-out');
    assert.deepEqual(await atHome(), [], 'a page later');
    await site.signIn(tab, bob);
    assert.deepEqual(await atHome(), [identify(bob)], 'Bob');
    await site.signIn(tab, anna);
    assert.deepEqual(await atHome(), [clear, identify(anna)], 'Anna right after Bob');
  });
}
