import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer-core';
import { startSimulator } from '../../demo/simulator/server.ts';
import { withVisitor } from '../e2e/helpers/site.ts';

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

/** One tab of a visitor with cookies and a storage of his own. */
export const withTab = (browser: Browser, visit: (tab: Page) => Promise<void>): Promise<void> =>
  withVisitor(browser, async (newTab) => visit(await newTab()));

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

export const fill = (tab: Page, selector: string, value: string): Promise<void> =>
  tab.$eval(selector, (input, text) => void ((input as HTMLInputElement).value = text), value);

/** What a click on the button does, wherever the page's own scripts have moved it meanwhile. */
export async function submit(tab: Page, selector: string): Promise<void> {
  const press = tab.$eval(selector, (button) => {
    const { form } = button as HTMLButtonElement;
    form!.requestSubmit(button as HTMLButtonElement);
  });
  // Administration pages ask other servers for pictures.
  await Promise.all([tab.waitForNavigation({ waitUntil: 'domcontentloaded' }), press]);
}

export interface Person {
  login: string;
  password: string;
  /** What UseResponse is told of him. */
  said: Record<string, unknown>;
}

export interface Site {
  home: string;
  signIn(tab: Page, person: Person): Promise<void>;
  /** Where nobody can sign in before somebody else has logged out. */
  isOneByOne?: boolean;
  /** By the site's own link. */
  logOut(tab: Page): Promise<void>;
}

/** From a visitor who is unknown to two people on one computer: each is recognised, and none is taken for another. */
export async function tellStory(browser: Browser, site: Site, widget: Widget, [anna, bob]: [Person, Person]) {
  const identify = ({ said }: Person): Call => ['userConfig', said];
  const clear: Call = ['clearChatStorage', widget.id];
  await withTab(browser, async (tab) => {
    const atHome = async (): Promise<Call[]> => {
      await tab.goto(site.home);
      assert.equal(await countIn(tab), 1);
      return callsIn(tab);
    };
    /** Some sites lead to a page with the tag, and some to one without. */
    const follow = async (move: Promise<void>, first: Call[], then: Call[], what: string): Promise<void> => {
      await move;
      assert.deepEqual((await countIn(tab)) ? await callsIn(tab) : await atHome(), first, what);
      assert.deepEqual(await atHome(), then, `${what}, a page later`);
    };
    assert.deepEqual(await atHome(), [], 'a visitor');
    await follow(site.signIn(tab, anna), [identify(anna)], [identify(anna)], 'Anna');
    await follow(site.logOut(tab), [clear], [], 'after her log-out');
    await follow(site.signIn(tab, bob), [identify(bob)], [identify(bob)], 'Bob');
    if (site.isOneByOne) return;
    await follow(site.signIn(tab, anna), [clear, identify(anna)], [identify(anna)], 'Anna right after Bob');
  });
}
