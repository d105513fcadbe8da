import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  ANNA,
  BOB,
  callsIn,
  logOut,
  open,
  PATIENCE,
  render,
  seenIn,
  settled,
  useWorld,
  storedIn,
  withVisitor,
} from './helpers/site.ts';

describe('two real tabs', { timeout: 240_000 }, () => {
  const world = useWorld();

  it('forget the person together, though one of them is in the background', () =>
    withVisitor(world.browser, async (newTab) => {
      const widget = world.site.widget();
      const page = world.site.publish('/together', widget.tag(ANNA));
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
        PATIENCE,
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
    withVisitor(world.browser, async (newTab) => {
      const widget = world.site.widget();
      const one = await newTab();
      await one.goto(world.site.publish('/later-1', widget.tag(ANNA, 'loading="interaction"')));
      await settled(one);
      await logOut(one);
      await one.close();
      const two = await newTab();
      await open(two, world.site.publish('/later-2', widget.tag(BOB)));
      assert.deepEqual(await callsIn(two), [
        ['clearChatStorage', widget.id],
        ['userConfig', 'bb22'],
      ]);
      assert.equal((await seenIn(two)).happenings[0], 'clear owed');
    }));
});
