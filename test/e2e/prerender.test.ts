import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import {
  ANNA,
  callsIn,
  seenIn,
  settled,
  type Site,
  startBrowser,
  startSite,
  storedIn,
  until,
  withVisitor,
} from './helpers/site.ts';

describe('a page that the browser prerenders', () => {
  let site: Site;
  let browser: Browser;
  before(async () => {
    [site, browser] = await Promise.all([startSite(), startBrowser()]);
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  /** Opens a page that has the next one prerendered; resolves when that has run its scripts. */
  async function openBefore(tab: Page, next: string): Promise<void> {
    const path = new URL(next).pathname;
    const rules = JSON.stringify({ prerender: [{ source: 'list', urls: [path], eagerness: 'immediate' }] });
    const told = site.prerendered(path);
    await tab.goto(
      site.publish(`${path}-before`, `<a href="${path}">Next</a>`, {
        head: `<script type="speculationrules">${rules}</script>`,
      }),
    );
    await told;
  }

  it('loads and stores nothing of the vendor before it is shown, and everything then', () =>
    withVisitor(browser, async (newTab) => {
      const widget = site.widget();
      const next = site.publish('/shown', widget.tag(ANNA));
      const tab = await newTab();
      await openBefore(tab, next);
      await settled(tab, 500);
      assert.equal(await widget.requests(), 0);
      assert.deepEqual(await storedIn(tab), []);

      await tab.click('a');
      await until(async () => (await seenIn(tab)).happenings.includes('ready'));
      const seen = await seenIn(tab);
      assert.equal(seen.wasPrerendered, true, 'the browser did not prerender');
      assert.deepEqual(seen.storedEarly, []);
      assert.deepEqual(seen.happenings, ['identify', 'ready']);
      assert.deepEqual(await callsIn(tab), [['userConfig', 'aa11']]);
      assert.equal(await widget.requests(), 1);
    }));
});
