import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import {
  ANNA,
  BOB,
  callsIn,
  logOut,
  open,
  type Person,
  ready,
  seenIn,
  settled,
  useWorld,
  storedIn,
  withVisitor,
} from './helpers/site.ts';

const world = useWorld();

describe('the file for a CDN', { timeout: 60_000 }, () => {
  for (const [where, kinds] of [
    ['head', ['', 'async', 'defer', 'type="module"']],
    ['end of the body', ['', 'type="module" async']],
  ] as const) {
    for (const kind of kinds) {
      it(`runs as <script ${kind}> in the ${where}`, () =>
        withVisitor(world.browser, async (newTab) => {
          const widget = world.site.widget();
          const script = `<script src="/widget.js" ${kind}></script>`;
          const url =
            where === 'head'
              ? world.site.publish(`/kind-${widget.id}`, widget.tag(ANNA), { script })
              : world.site.publish(`/kind-${widget.id}`, widget.tag(ANNA) + script, { script: '' });
          const tab = await newTab();
          const problems: string[] = [];
          tab.on('pageerror', (error) => problems.push(String(error)));
          await open(tab, url);
          assert.deepEqual(await callsIn(tab), [['userConfig', 'aa11']]);
          assert.deepEqual(problems, []);
        }));
    }
  }

  it('runs twice, and boots once', () =>
    withVisitor(world.browser, async (newTab) => {
      const widget = world.site.widget();
      const script = '<script src="/widget.js"></script><script type="module" src="/widget.js?2"></script>';
      const tab = await newTab();
      const problems: string[] = [];
      tab.on('pageerror', (error) => problems.push(String(error)));
      await open(tab, world.site.publish('/twice', widget.tag(ANNA), { script }));
      await settled(tab);
      assert.deepEqual(await callsIn(tab), [['userConfig', 'aa11']]);
      assert.equal(await widget.requests(), 1);
      assert.deepEqual(problems, []);
    }));

  it('leaves no name of its own on the window', () =>
    withVisitor(world.browser, async (newTab) => {
      const tab = await newTab();
      const names = (): Promise<string[]> => tab.evaluate(() => Object.getOwnPropertyNames(window));
      await tab.goto(world.site.publish('/names-1', '<p>Bare</p>', { script: '' }));
      const bare = await names();
      await open(tab, world.site.publish('/names-2', world.site.widget().tag()));
      const added = (await names()).filter((name) => !bare.includes(name));
      // The vendor has his names, and puppeteer its own tools.
      const ours = added.filter((name) => !/^(UR|useresponseSimulator)$|ariaQuery/.test(name));
      assert.deepEqual(ours, []);
    }));
});

describe('a log-out by link, as in a CMS', { timeout: 60_000 }, () => {
  const follow = async (tab: Page): Promise<void> => {
    await Promise.all([tab.waitForNavigation(), tab.click('a')]);
  };

  for (const [name, next] of [
    ['another person', BOB],
    ['nobody', {}],
    ['the same person again', ANNA],
  ] as [string, Person][]) {
    it(`lands on a page without the tag, and the next page is rendered for ${name}`, () =>
      withVisitor(world.browser, async (newTab) => {
        const widget = world.site.widget();
        const paths = ['account', 'goodbye', 'next'].map((path) => `/cms-${widget.id}-${path}`) as [
          string,
          string,
          string,
        ];
        const account = world.site.publish(paths[0], `${widget.tag(ANNA)}<a href="${paths[1]}">Log out</a>`);
        world.site.publish(paths[1], `<p>You are logged out.</p><a href="${paths[2]}">Home</a>`);
        world.site.publish(paths[2], widget.tag(next));
        const tab = await newTab();
        await open(tab, account);
        await follow(tab);
        await follow(tab);
        await ready(tab);
        const said = next.token ? [['userConfig', next.token]] : [];
        // Nothing that a browser sees tells a visitor who came back from one who never left.
        const isSame = next === ANNA;
        assert.deepEqual(await callsIn(tab), [...(isSame ? [] : [['clearChatStorage', widget.id]]), ...said]);
        if (!isSame) assert.equal((await seenIn(tab)).happenings[0], 'clear user-changed');
      }));
  }

  it('with a handler on the link clears before the page goes', () =>
    withVisitor(world.browser, async (newTab) => {
      const widget = world.site.widget();
      const account = world.site.publish(
        '/handler-1',
        `${widget.tag(ANNA)}<a href="/handler-2" onclick="dispatchEvent(new Event('logout'))">Log out</a>`,
      );
      world.site.publish('/handler-2', widget.tag(ANNA));
      const tab = await newTab();
      await open(tab, account);
      await follow(tab);
      await ready(tab);
      assert.deepEqual(await callsIn(tab), [['userConfig', 'aa11']]);
      assert.deepEqual((await seenIn(tab)).happenings, ['identify', 'ready']);
    }));

  it('that wipes the storage on its way owes the clear all the same', () =>
    withVisitor(world.browser, async (newTab) => {
      const widget = world.site.widget();
      const account = world.site.publish(
        '/wipe-1',
        `${widget.tag(ANNA)}<a href="/wipe-2" onclick="localStorage.clear(); sessionStorage.clear()">Log out</a>`,
      );
      world.site.publish('/wipe-2', `<p>Goodbye</p><a href="/wipe-3">Home</a>`);
      world.site.publish('/wipe-3', widget.tag(BOB));
      const tab = await newTab();
      await open(tab, account);
      await follow(tab);
      await follow(tab);
      await ready(tab);
      assert.deepEqual(await callsIn(tab), [
        ['clearChatStorage', widget.id],
        ['userConfig', 'bb22'],
      ]);
    }));
});

describe('what stays in the browser', { timeout: 60_000 }, () => {
  const EVA: Person = {
    token: createHash('sha256').update('keyeva.quill@example.com').digest('hex'),
    email: 'eva.quill@example.com',
    name: 'Eva Quill',
  };

  it('gives away neither the person nor any hash of what he is known by', () =>
    withVisitor(world.browser, async (newTab) => {
      const tab = await newTab();
      await open(tab, world.site.publish('/stored', world.site.widget().tag(EVA)));
      const entries = await storedIn(tab);
      assert.notDeepEqual(entries, []);
      const all = JSON.stringify(entries).toLowerCase();
      const { token, email, name } = EVA as Required<Person>;
      const parts = [token, email, name, token + email, email + token, `key${email}`];
      parts.push(JSON.stringify([token, email]), JSON.stringify({ token, userEmail: email }));
      for (const part of parts) {
        assert.ok(!all.includes(part.toLowerCase()));
        for (const algorithm of ['md5', 'sha1', 'sha256', 'sha384', 'sha512', 'ripemd160']) {
          for (const encoding of ['hex', 'base64', 'base64url'] as const) {
            const digest = createHash(algorithm).update(part).digest(encoding).toLowerCase();
            // A shortened hash would tell as much.
            assert.ok(!all.includes(digest.slice(0, 8)), `${algorithm} of ${part}`);
          }
        }
      }
    }));

  it('is something else on each visit, and nothing after a log-out', () =>
    withVisitor(world.browser, async (newTab) => {
      const tab = await newTab();
      const url = world.site.publish('/visits', world.site.widget().tag(EVA));
      const values: string[] = [];
      for (let i = 0; i < 2; i++) {
        await open(tab, url);
        values.push(...(await storedIn(tab)).map(([, value]) => value));
        await logOut(tab);
        assert.deepEqual(await storedIn(tab), []);
      }
      assert.equal(values.length, 2);
      assert.notEqual(values[0], values[1]);
      assert.deepEqual(await world.browser.cookies(), []);
    }));
});

describe('the keyboard', { timeout: 60_000 }, () => {
  it('goes on from the fallback where the widget has taken its place', () =>
    withVisitor(world.browser, async (newTab) => {
      const tag = world.site
        .widget()
        .tag({}, 'load-on="fallback-reached"')
        .replace('><', '><a href="#support">Support</a><');
      const tab = await newTab();
      await tab.goto(
        world.site.publish('/keyboard', `<a href="#1">One</a>${tag}<a href="#2">Two</a>`, {
          script: '<script src="/widget.js"></script>',
        }),
      );
      await tab.keyboard.press('Tab');
      await tab.keyboard.press('Tab');
      const focused = (): Promise<string> => tab.evaluate(() => document.activeElement!.textContent);
      assert.equal(await focused(), 'Support');
      await tab.evaluate(() => void document.dispatchEvent(new Event('fallback-reached')));
      await ready(tab);
      await tab.keyboard.press('Tab');
      assert.equal(await focused(), 'Two');
    }));
});
