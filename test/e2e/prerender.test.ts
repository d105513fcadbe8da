import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ANNA, type Seen, settled, useWorld, storedIn, withVisitor } from './helpers/site.ts';

interface Told {
  seen: Seen;
  calls: { name: string }[];
}

describe('a page that the browser prerenders', { timeout: 240_000 }, () => {
  const world = useWorld();

  /**
   * Tells of itself, since puppeteer loses a tab whose page the browser swaps for the prerendered one. No function in
   * here has a name: the loader of the tests would wrap it in a helper that the page does not have.
   */
  function tellOfItself(): void {
    const page = window as unknown as { seen: Seen; useresponseSimulator?: { calls: unknown[] } };
    for (const type of ['load', 'useresponse-ready']) {
      addEventListener(type, () => {
        const body = JSON.stringify({ seen: page.seen, calls: page.useresponseSimulator?.calls ?? [] });
        void fetch(`/tell/${type}`, { method: 'POST', body });
      });
    }
  }

  it('loads and stores nothing of the vendor before it is shown, and everything then', () =>
    withVisitor(world.browser, async (newTab) => {
      const widget = world.site.widget();
      world.site.publish('/next', widget.tag(ANNA), {
        head: `<script>(${tellOfItself.toString()})()</script>`,
      });
      const rules = { prerender: [{ source: 'list', urls: ['/next'], eagerness: 'immediate' }] };
      const first = world.site.publish('/first', '<a href="/next">Next</a>', {
        head: `<script type="speculationrules">${JSON.stringify(rules)}</script>`,
      });
      const loaded = world.site.hear('load') as Promise<Told>;
      const ready = world.site.hear('useresponse-ready') as Promise<Told>;

      const tab = await newTab();
      await tab.goto(first);
      assert.equal((await loaded).seen.wasPrerendered, true, 'the browser did not prerender');
      await settled(tab, 500);
      assert.equal(await widget.requests(), 0);
      assert.deepEqual(await storedIn(tab), []);

      await tab.click('a');
      const { seen, calls } = await ready;
      assert.equal(seen.wasPrerendered, true, 'the page was loaded anew');
      assert.deepEqual(seen.storedEarly, []);
      assert.deepEqual(seen.happenings, ['identify', 'ready']);
      assert.deepEqual(
        calls.map(({ name }) => name),
        ['userConfig'],
      );
      assert.equal(await widget.requests(), 1);
    }));
});
