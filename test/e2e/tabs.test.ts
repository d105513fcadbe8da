import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import {
  ANNA,
  BOB,
  callsIn,
  logOut,
  open,
  render,
  seenIn,
  settled,
  type Site,
  startBrowser,
  startSite,
  storedIn,
  withVisitor,
} from './helpers/site.ts';

describe('two real tabs', { timeout: 60_000 }, () => {
  let site: Site;
  let browser: Browser;
  before(async () => {
    [site, browser] = await Promise.all([startSite(), startBrowser()]);
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  it('forget the person together, though one of them is in the background', () =>
    withVisitor(browser, async (newTab) => {
      const widget = site.widget();
      const page = site.publish('/together', widget.tag(ANNA));
      const [hidden, shown] = [await newTab(), await newTab()];
      await open(hidden, page);
      await shown.bringToFront();
      await open(shown, page);
      await logOut(shown);
      await hidden.waitForFunction(
        () =>
          (window as unknown as { seen: { happenings: string[] } }).seen.happenings.includes(
            'clear other-tab',
          ),
        { polling: 20, timeout: 8_000 },
      );
      await render(hidden, { name: 'Anna B.' });
      await settled(hidden);
      const calls = [
        ['userConfig', 'aa11'],
        ['clearChatStorage', widget.id],
      ];
      assert.deepEqual(await callsIn(hidden), calls);
      assert.deepEqual(await callsIn(shown), calls);
      assert.deepEqual(await storedIn(shown), []);
    }));

  it('know a log-out that was owed in one, when the other is opened later', () =>
    withVisitor(browser, async (newTab) => {
      const widget = site.widget();
      const one = await newTab();
      await one.goto(site.publish('/later-1', widget.tag(ANNA, 'loading="interaction"')));
      await settled(one);
      await logOut(one);
      await one.close();
      const two = await newTab();
      await open(two, site.publish('/later-2', widget.tag(BOB)));
      assert.deepEqual(await callsIn(two), [
        ['clearChatStorage', widget.id],
        ['userConfig', 'bb22'],
      ]);
      assert.equal((await seenIn(two)).happenings[0], 'clear owed');
    }));
});
