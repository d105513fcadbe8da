import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  ANNA,
  BOB,
  type Call,
  callsIn,
  goBack,
  identified,
  logOut,
  open,
  ready,
  render,
  seenIn,
  settled,
  useWorld,
  type Widget,
  withVisitor,
} from './helpers/site.ts';

/** What the page said before it was left is all that it ever says, and since then there was a clear. */
function assertStale([first, ...rest]: Call[], { id }: Widget): void {
  assert.deepEqual(first, ['userConfig', 'aa11']);
  assert.ok(rest.length, 'no clear on the return');
  for (const call of rest) assert.deepEqual(call, ['clearChatStorage', id]);
}

describe('a page that comes back from the back/forward cache', { timeout: 240_000 }, () => {
  const world = useWorld();

  it('is as it was where nothing has happened', () =>
    withVisitor(world.browser, async (newTab) => {
      const widget = world.site.widget();
      const [one, two] = [widget.tag(ANNA), widget.tag(ANNA)].map((tag, i) =>
        world.site.publish(`/same-${i}`, tag),
      ) as [string, string];
      const tab = await newTab();
      await open(tab, one);
      await open(tab, two);
      await goBack(tab);
      await settled(tab);
      assert.deepEqual(await callsIn(tab), [['userConfig', 'aa11']]);
    }));

  it('clears and does not send its user after a log-out on another page', () =>
    withVisitor(world.browser, async (newTab) => {
      const widget = world.site.widget();
      const one = world.site.publish('/out-1', widget.tag(ANNA));
      const two = world.site.publish('/out-2', widget.tag(ANNA));
      const tab = await newTab();
      await open(tab, one);
      await open(tab, two);
      await logOut(tab);
      assert.deepEqual((await callsIn(tab)).at(-1), ['clearChatStorage', widget.id]);
      await goBack(tab);
      await render(tab, { name: 'Anna B.' });
      await settled(tab);
      assertStale(await callsIn(tab), widget);
      await render(tab, BOB);
      await identified(tab, 2);
      assert.deepEqual((await callsIn(tab)).at(-1), ['userConfig', 'bb22']);
    }));

  for (const [name, next] of [
    ['somebody else signed in', BOB],
    ['the next page was rendered for nobody', {}],
  ] as const) {
    it(`clears and does not send its user after ${name}`, () =>
      withVisitor(world.browser, async (newTab) => {
        const widget = world.site.widget();
        const one = world.site.publish(`/else-1-${widget.id}`, widget.tag(ANNA));
        const two = world.site.publish(`/else-2-${widget.id}`, widget.tag(next));
        const tab = await newTab();
        await open(tab, one);
        await open(tab, two);
        assert.equal((await seenIn(tab)).happenings[0], 'clear user-changed');
        await goBack(tab);
        await render(tab, { name: 'A.' });
        await settled(tab);
        assertStale(await callsIn(tab), widget);
      }));
  }

  it('does not send a user who waited for a consent while somebody else signed in', () =>
    withVisitor(world.browser, async (newTab) => {
      const widget = world.site.widget();
      const one = world.site.publish('/gate-1', widget.tag(ANNA, 'load-on="consent"'));
      const two = world.site.publish('/gate-2', widget.tag(BOB));
      const tab = await newTab();
      await tab.goto(one);
      await open(tab, two);
      await goBack(tab);
      await tab.evaluate(() => dispatchEvent(new Event('consent')));
      await ready(tab);
      await settled(tab);
      assert.deepEqual(await callsIn(tab), [['clearChatStorage', widget.id]]);
    }));

  it('sends a user who waited for a consent that he gave on another page', () =>
    withVisitor(world.browser, async (newTab) => {
      const widget = world.site.widget();
      const one = world.site.publish('/gate-3', widget.tag(ANNA, 'load-on="consent"'));
      const two = world.site.publish('/gate-4', widget.tag(ANNA));
      const tab = await newTab();
      await tab.goto(one);
      await open(tab, two);
      await goBack(tab);
      await tab.evaluate(() => dispatchEvent(new Event('consent')));
      await identified(tab);
      assert.deepEqual(await callsIn(tab), [['userConfig', 'aa11']]);
    }));

  it('does not send a user who logged out before he was ever sent from it', () =>
    withVisitor(world.browser, async (newTab) => {
      const widget = world.site.widget();
      const one = world.site.publish('/unsent-1', widget.tag(ANNA, 'loading="interaction"'));
      const two = world.site.publish('/unsent-2', widget.tag(ANNA));
      const tab = await newTab();
      await tab.goto(one);
      await settled(tab);
      await open(tab, two);
      await logOut(tab);
      await goBack(tab);
      await settled(tab);
      await tab.evaluate(() => document.querySelector('useresponse-widget')!.load());
      await settled(tab);
      assert.deepEqual(
        (await callsIn(tab)).filter(([name]) => name === 'userConfig'),
        [],
      );
    }));

  it('pays what is owed by a page on which the vendor failed', () =>
    withVisitor(world.browser, async (newTab) => {
      const widget = world.site.widget();
      const one = world.site.publish('/owed-1', widget.tag());
      const two = world.site.publish('/owed-2', widget.tag(ANNA));
      const three = world.site.publish('/owed-3', widget.tag({}, 'loading="interaction"'));
      const tab = await newTab();
      await open(tab, one);
      await open(tab, two);
      await tab.goto(three);
      await settled(tab);
      await goBack(tab, 2);
      await render(tab, BOB);
      await identified(tab);
      // What is owed and what another page has cleared may each be made.
      const calls = await callsIn(tab);
      assert.deepEqual(calls[0], ['clearChatStorage', widget.id]);
      assert.deepEqual(calls.at(-1), ['userConfig', 'bb22']);
      assert.equal(calls.filter(([name]) => name === 'userConfig').length, 1);
    }));

  it('sends its user again where clear-on="pagehide" has cleared, and other tabs hear of nothing', () =>
    withVisitor(world.browser, async (newTab) => {
      const widget = world.site.widget();
      const one = world.site.publish('/hide-1', widget.tag(ANNA, 'clear-on="pagehide"'));
      const two = world.site.publish('/hide-2', '<p>Elsewhere</p>');
      const other = await newTab();
      await open(other, world.site.publish('/hide-3', widget.tag(ANNA)));
      const tab = await newTab();
      await open(tab, one);
      await tab.goto(two);
      await goBack(tab);
      await ready(tab);
      await identified(tab, 2);
      assert.deepEqual(await callsIn(tab), [
        ['userConfig', 'aa11'],
        ['clearChatStorage', widget.id],
        ['userConfig', 'aa11'],
      ]);
      const { happenings } = await seenIn(tab);
      assert.deepEqual(happenings, ['identify', 'ready', 'clear event', 'return', 'identify']);
      assert.deepEqual(await callsIn(other), [['userConfig', 'aa11']]);
      await render(other, { name: 'A.' });
      await settled(other);
      assert.deepEqual(await callsIn(other), [
        ['userConfig', 'aa11'],
        ['userConfig', 'aa11'],
      ]);
    }));

  it('does not send its user again after a log-out, though pagehide had cleared before', () =>
    withVisitor(world.browser, async (newTab) => {
      const widget = world.site.widget();
      const tag = widget.tag(ANNA, 'clear-on="pagehide logout"');
      const one = world.site.publish('/hide-out-1', tag);
      const two = world.site.publish('/hide-out-2', tag);
      const tab = await newTab();
      await open(tab, one);
      await open(tab, two);
      await logOut(tab);
      await goBack(tab);
      await settled(tab);
      const calls = await callsIn(tab);
      assert.equal(calls.filter(([name]) => name === 'userConfig').length, 1);
      assert.equal(calls.at(-1)![0], 'clearChatStorage');
    }));

  it('stays logged out where the log-out came before pagehide', () =>
    withVisitor(world.browser, async (newTab) => {
      const widget = world.site.widget();
      const one = world.site.publish('/out-hide-1', widget.tag(ANNA, 'clear-on="pagehide logout"'));
      const tab = await newTab();
      await open(tab, one);
      await logOut(tab);
      await tab.goto(world.site.publish('/out-hide-2', '<p>Goodbye</p>'));
      await goBack(tab);
      await settled(tab);
      assert.equal((await callsIn(tab)).filter(([name]) => name === 'userConfig').length, 1);
    }));

  it('hears a log-out after its return', () =>
    withVisitor(world.browser, async (newTab) => {
      const widget = world.site.widget();
      const tab = await newTab();
      await open(tab, world.site.publish('/later-1', widget.tag(ANNA)));
      await tab.goto(world.site.publish('/later-2', '<p>Elsewhere</p>'));
      await goBack(tab);
      await logOut(tab);
      assert.deepEqual((await callsIn(tab)).at(-1), ['clearChatStorage', widget.id]);
    }));
});
