import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { startBrowser } from '../e2e/helpers/site.ts';
import {
  callsIn,
  fill,
  OWN_SCRIPT,
  startVendor,
  submit,
  tellStory,
  tokenOf,
  withTab,
  type Person,
} from './visits.ts';
import { startDokuWiki, startMediaWiki, type User, type Wiki } from './wikis.ts';

const [MEDIAWIKI, DOKUWIKI] = [
  ...readFileSync(new URL('../../docs/wikis.md', import.meta.url), 'utf8').matchAll(/^```php\n([^]*?)^```/gm),
].map(([, code]) => code!);

const KEY = 's3cr3t-kéy';
const PASSWORD = 'correct horse battery';
const ANNA: User = { login: 'Anna', email: "anna.o'neil&co@example.com", name: `Anna "A" & 'Söhne' <b> 👋` };
const BOB: User = { login: 'Bob', email: 'bob@example.com', name: 'Bob' };
const CARL: User = { login: 'Carl', email: '', name: 'Carl' };
/** He has written the address of another into his account. */
const EVE: User = { login: 'Eve', email: 'dora@example.com', name: 'Dora', isUnconfirmed: true };

const personOf = ({ login, email, name }: User): Person => ({
  login,
  password: PASSWORD,
  said: { token: tokenOf(KEY, email), userEmail: email, userName: name },
});

describe('In the wiki', { timeout: 550_000 }, () => {
  let vendor: Awaited<ReturnType<typeof startVendor>>;
  let browser: Browser;
  const wikis: Wiki[] = [];
  before(async () => {
    [vendor, browser] = await Promise.all([startVendor(), startBrowser()]);
  });
  after(async () => {
    await browser?.close();
    for (const wiki of wikis) await wiki.close();
    await vendor?.close();
  });
  const script = `data:text/javascript;base64,${Buffer.from(OWN_SCRIPT).toString('base64')}`;

  it('MediaWiki everybody is recognised, forgotten, and taken for nobody else', async () => {
    const widget = vendor.newWidget();
    const wiki = await startMediaWiki([ANNA, BOB, CARL, EVE], PASSWORD, KEY, widget.into(MEDIAWIKI!, script));
    wikis.push(wiki);
    const home = `${wiki.url}/index.php/Main_Page`;
    const signIn = async (
      tab: Page,
      { login, password }: { login: string; password: string },
    ): Promise<void> => {
      await tab.goto(`${wiki.url}/index.php?title=Special:UserLogin&force=1`);
      await fill(tab, '#wpName1', login);
      await fill(tab, '#wpPassword1', password);
      await submit(tab, '#wpLoginAttempt');
    };
    const logOut = async (tab: Page): Promise<void> => {
      await tab.goto(`${wiki.url}/index.php?title=Special:UserLogout`);
      await submit(tab, 'form[action*="UserLogout"] button, form[action*="UserLogout"] [type=submit]');
    };
    await tellStory(browser, { home, signIn, logOut }, widget, [personOf(ANNA), personOf(BOB)]);
    for (const { login } of [CARL, EVE])
      await withTab(browser, async (tab) => {
        await signIn(tab, { login, password: PASSWORD });
        await tab.goto(home);
        assert.deepEqual(await callsIn(tab), [], login);
      });
  });

  it('DokuWiki everybody is recognised, forgotten, and taken for nobody else', async () => {
    const widget = vendor.newWidget();
    const users = [ANNA, BOB].map((user) => ({ ...user, login: user.login.toLowerCase() }));
    const wiki = await startDokuWiki(users, PASSWORD, KEY, widget.into(DOKUWIKI!, script));
    wikis.push(wiki);
    const home = `${wiki.url}/doku.php`;
    const signIn = async (tab: Page, { login, password }: Person): Promise<void> => {
      await tab.goto(`${home}?do=login`);
      await fill(tab, '[name=u]', login);
      await fill(tab, '[name=p]', password);
      await submit(tab, '#dw__login [type=submit]');
    };
    const logOut = async (tab: Page): Promise<void> => {
      await Promise.all([tab.waitForNavigation(), tab.click('a[href*="do=logout"]')]);
    };
    await tellStory(browser, { home, signIn, logOut, isOneByOne: true }, widget, [
      personOf(users[0]!),
      personOf(users[1]!),
    ]);
  });
});
