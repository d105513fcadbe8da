import assert from 'node:assert/strict';
import { ANNA, BOB, settled } from '../e2e/helpers/site.ts';
import { readTag } from '../platforms/parse.ts';
import { cookieFor, type AppWindow, type Changes, type Visit } from './visit.ts';

/** What an app is asked for: a page that begins with something, and what to do with it. */
export interface Running {
  url: string;
  /** Every page comes from a server with the element in it. */
  isServerRendered: boolean;
  visit(start: Changes, use: (visit: Visit) => Promise<void>): Promise<void>;
}

/** Something that is promised to the users of every framework. */
export interface Behaviour {
  name: string;
  /** It is about pages that come from a server with the element in them. */
  isOfServer?: boolean;
  /** It is about properties that have no attribute of the same name. */
  isOfProperties?: boolean;
  check(app: Running): Promise<void>;
}

const NOBODY = { token: undefined, email: undefined, name: undefined };
const FIELDS = { property_172: 188, property_173: true };

export const BEHAVIOURS: Behaviour[] = [
  {
    name: 'attributes arrive',
    check: ({ visit }) =>
      visit(
        { ...ANNA, name: 'Anna', loadOn: 'consent-given' },
        async ({ page, widget, dispatch, told, lastUser }) => {
          await settled(page);
          assert.equal(await widget.requests(), 0);
          await dispatch('consent-given');
          await told('aa11');
          assert.deepEqual(await lastUser(), {
            token: 'aa11',
            userEmail: 'anna@example.com',
            userName: 'Anna',
          });
        },
      ),
  },
  {
    name: 'properties in camelCase arrive',
    isOfProperties: true,
    check: ({ visit }) =>
      visit(ANNA, async ({ page, show, dispatch, told }) => {
        await told('aa11');
        await show({ clearOn: 'sign-out' });
        await settled(page);
        assert.equal(await page.$eval('useresponse-widget', (element) => element.clearOn), 'sign-out');
        await dispatch('sign-out');
        await told('aa11', 'clear');
      }),
  },
  {
    name: 'an object as `properties` arrives',
    check: ({ visit, isServerRendered }) =>
      // No object can be written into a page's HTML.
      visit(
        { ...ANNA, ...(!isServerRendered && { properties: FIELDS }) },
        async ({ show, told, lastUser }) => {
          await told('aa11');
          if (!isServerRendered) {
            const { properties } = (await lastUser()) as { properties: unknown };
            assert.deepEqual(properties, { property_172: '188', property_173: 'true' });
          }
          await show({ properties: { property_172: 189 } });
          await told('aa11', 'aa11');
          assert.deepEqual(await lastUser(), {
            token: 'aa11',
            userEmail: 'anna@example.com',
            properties: { property_172: '189' },
          });
        },
      ),
  },
  {
    name: 'custom fields as attributes arrive, change and go',
    check: ({ visit }) =>
      visit({ ...ANNA, phone: '12' }, async ({ show, told, lastUser }) => {
        const user = { token: 'aa11', userEmail: 'anna@example.com' };
        await told('aa11');
        assert.deepEqual(await lastUser(), { ...user, properties: { property_170: '12' } });
        await show({ phone: '34' });
        await told('aa11', 'aa11');
        assert.deepEqual(await lastUser(), { ...user, properties: { property_170: '34' } });
        await show({ phone: undefined });
        await told('aa11', 'aa11', 'aa11');
        assert.deepEqual(await lastUser(), user);
      }),
  },
  {
    name: "events are heard by the framework's own syntax",
    check: ({ visit }) =>
      visit(ANNA, async ({ page, show, heard, dispatch, problems }) => {
        await heard('useresponse-identify', 'useresponse-ready');
        await dispatch('logout');
        const before = ['useresponse-identify', 'useresponse-ready', 'useresponse-clear event'];
        await heard(...before);
        await show({ properties: '{' });
        await heard(...before, 'useresponse-error bad-properties');
        await settled(page);
        // The console tells as well.
        assert.equal(problems.splice(0).length, 1);
      }),
  },
  {
    name: 'a visitor signs in',
    check: ({ visit }) =>
      visit({}, async ({ show, ready, told }) => {
        await ready();
        await show(ANNA);
        await told('aa11');
      }),
  },
  {
    name: 'somebody else signs in: the chat is cleared in between',
    check: ({ visit }) =>
      visit(ANNA, async ({ show, told }) => {
        await told('aa11');
        await show(BOB);
        await told('aa11', 'clear', 'bb22');
      }),
  },
  {
    name: 'an event logs out, and what is rendered afterwards sends nobody',
    check: ({ visit }) =>
      visit(ANNA, async ({ show, dispatch, told }) => {
        await told('aa11');
        await dispatch('logout');
        await told('aa11', 'clear');
        await show({ link: 'Write to us', name: 'Anna A.' });
        await told('aa11', 'clear');
        // In one task with the next it would be no change at all.
        await show(NOBODY);
        await told('aa11', 'clear');
        await show(ANNA);
        await told('aa11', 'clear', 'aa11');
      }),
  },
  {
    name: 'the user disappears: the chat is cleared',
    check: ({ visit }) =>
      visit(ANNA, async ({ show, told }) => {
        await told('aa11');
        await show(NOBODY);
        await told('aa11', 'clear');
      }),
  },
  {
    name: 'another route: nothing is loaded or said twice',
    check: ({ visit }) =>
      visit(ANNA, async ({ page, widget, show, told }) => {
        await told('aa11');
        for (const route of ['about', 'home', 'about'] as const) {
          await show({ route });
          await page.waitForFunction(
            (text) => document.querySelector('main')?.textContent === text,
            {},
            route,
          );
        }
        await told('aa11');
        assert.equal(await widget.requests(), 1);
        assert.equal((await page.$$('useresponse-widget')).length, 1);
      }),
  },
  {
    name: 'unmounted and mounted again: nothing is loaded or said twice, nothing cleared',
    check: ({ visit }) =>
      visit(ANNA, async ({ page, widget, show, ready, told }) => {
        await told('aa11');
        for (let time = 0; time < 3; time += 1) {
          await show({ isMounted: false });
          await page.waitForFunction(() => !document.querySelector('useresponse-widget'));
          await show({ isMounted: true });
          await ready();
        }
        await told('aa11');
        assert.equal(await widget.requests(), 1);
      }),
  },
  {
    name: 'another element in its place (keys, strict mode): nothing is loaded or said twice, nothing cleared',
    check: ({ visit }) =>
      visit(ANNA, async ({ page, widget, show, ready, told }) => {
        await told('aa11');
        const first = await page.$('useresponse-widget');
        await show({ copy: 2 });
        await page.waitForFunction((element) => !element?.isConnected, {}, first);
        await ready();
        await told('aa11');
        await show({ copy: 3, ...BOB });
        await told('aa11', 'clear', 'bb22');
        assert.equal(await widget.requests(), 1);
        assert.equal((await page.$$('useresponse-widget')).length, 1);
      }),
  },
  {
    name: 'the children are the fallback, and may change',
    check: ({ visit }) =>
      visit({ ...ANNA, loadOn: 'consent-given' }, async ({ page, show, ready, dispatch }) => {
        const isVisible = (text: string) =>
          page.$eval(
            'useresponse-widget a',
            (link, wanted) => link.textContent === wanted && link.checkVisibility(),
            text,
          );
        await settled(page);
        assert.ok(await isVisible('Contact support'));
        await show({ link: 'Write to us' });
        await settled(page);
        assert.ok(await isVisible('Write to us'));
        await dispatch('consent-given');
        await ready();
        assert.ok(!(await isVisible('Write to us')));
      }),
  },
  {
    name: '`false`, `null` and `undefined` are nobody, and no mistake',
    async check({ visit }) {
      for (const value of [false, null, undefined] as const) {
        const nobody = { token: value, email: value, name: value, properties: value, phone: value };
        await visit(nobody, async ({ show, ready, told, heard }) => {
          await ready();
          await told();
          await heard('useresponse-ready');
          await show(ANNA);
          await told('aa11');
          await show(nobody);
          await told('aa11', 'clear');
          await heard('useresponse-ready', 'useresponse-identify', 'useresponse-clear user-changed');
        });
      }
    },
  },
  {
    name: "the server's HTML says who is signed in",
    isOfServer: true,
    async check({ url }) {
      const start: Changes = {
        ...ANNA,
        name: 'Anna "A" <a>',
        phone: '1&2',
        src: 'https://help.example.com/',
        isServerRendered: true,
      };
      const { name, value } = cookieFor({ ...start, properties: JSON.stringify(FIELDS) });
      const answer = await fetch(url, { headers: { cookie: `${name}=${value}` } });
      const { attributes, link } = readTag(await answer.text());
      const { src, token, email, property_170, properties } = attributes;
      assert.deepEqual(
        { src, token, email, property_170, name: attributes['name'] },
        { src: start.src, ...ANNA, property_170: '1&2', name: start.name },
      );
      assert.deepEqual(JSON.parse(properties!), FIELDS);
      assert.deepEqual(link, { address: 'https://help.example.com/', text: 'Contact support' });
    },
  },
  {
    name: 'hydration keeps the element, complains about nothing, and says nothing twice',
    isOfServer: true,
    check: ({ visit }) =>
      visit(
        { ...ANNA, name: 'Anna', properties: JSON.stringify(FIELDS), isServerRendered: true },
        async ({ page, widget, show, told, heard, lastUser }) => {
          await told('aa11');
          assert.deepEqual(await lastUser(), {
            token: 'aa11',
            userEmail: 'anna@example.com',
            userName: 'Anna',
            properties: { property_172: '188', property_173: 'true' },
          });
          assert.ok(
            await page.evaluate(() => {
              const { serverElement } = window as AppWindow;
              return !!serverElement && serverElement === document.querySelector('useresponse-widget');
            }),
            'The element is not the one that the server has rendered',
          );
          await show({ ...BOB, name: undefined });
          await told('aa11', 'clear', 'bb22');
          await show(NOBODY);
          await told('aa11', 'clear', 'bb22', 'clear');
          await heard(
            'useresponse-identify',
            'useresponse-ready',
            'useresponse-clear user-changed',
            'useresponse-identify',
            'useresponse-clear user-changed',
          );
          assert.equal(await widget.requests(), 1);
        },
      ),
  },
];
