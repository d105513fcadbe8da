import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Frame, Page } from 'puppeteer-core';
import { createServer, type ViteDevServer } from 'vite';
import { startBrowser, withVisitor } from '../e2e/helpers/site.ts';

const SRC = 'https://help.example.com/public/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-38.js';
const EMBED_CODE = `<script id="UR_initiator">
  (function () {
    var iid = 'uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709';
    if (!document._fpu_) document.getElementById('UR_initiator').setAttribute('id', iid);
    var bsa = document.createElement('script');
    bsa.type = 'text/javascript';
    bsa.async = true;
    bsa.src = '//help.example.com/public/sdk/chat-' + iid + '-38.js';
    (document.getElementsByTagName('head')[0] || document.getElementsByTagName('body')[0]).appendChild(bsa);
  })();
</script>`;
const SECRET = 'k3Y9sFq2LwZ81xVbT0pRmN5c';

const root = fileURLToPath(new URL('../..', import.meta.url));
const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** How long anything may take on a busy machine, in milliseconds; the waits end with what they wait for. */
const PATIENCE = 30_000;

/** Waits until a text of the page, found by a selector that goes through shadow roots, is as wanted. */
async function reads(page: Page | Frame, selector: string, wanted: RegExp): Promise<void> {
  const element = await page.waitForSelector(`>>> ${selector}`, { timeout: PATIENCE });
  await page.waitForFunction(
    (found, source, flags) => new RegExp(source, flags).test(found!.textContent),
    { polling: 50, timeout: PATIENCE },
    element,
    wanted.source,
    wanted.flags,
  );
}

/**
 * Waits until the preview shows a tag with this attribute. A while after a choice it begins anew, until which what is said of it
 * may be of the tag before, and what is done there is lost.
 */
async function previews(page: Page, name: string, wanted: string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  let found: (string | null | undefined)[];
  do {
    await wait(50);
    const tags = page.frames().map((frame) =>
      frame
        .$eval('useresponse-widget', (tag, attribute) => tag.getAttribute(attribute), name)
        // It has none yet, or is about to go.
        .catch(() => undefined),
    );
    found = await Promise.all(tags);
  } while (!found.includes(wanted) && Date.now() < deadline);
  assert.ok(found.includes(wanted), `The preview shows no tag with ${name}="${wanted}"`);
}

const click = async (page: Page, selector: string): Promise<void> => {
  const element = await page.waitForSelector(`>>> ${selector}`, { timeout: PATIENCE });
  await element!.evaluate((found) => (found as HTMLElement).click());
};

const type = async (page: Page, selector: string, text: string): Promise<void> => {
  const element = await page.waitForSelector(`>>> ${selector}`, { timeout: PATIENCE });
  await element!.evaluate((found, value) => {
    (found as HTMLInputElement).value = value;
    found.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }, text);
};

const choose = async (page: Page, selector: string, value: string): Promise<void> => {
  const element = await page.waitForSelector(`>>> ${selector}`, { timeout: PATIENCE });
  await element!.evaluate((found, chosen) => {
    (found as HTMLSelectElement).value = chosen;
    found.dispatchEvent(new Event('change', { bubbles: true }));
  }, value);
};

const textOf = async (page: Page, selector: string): Promise<string> => {
  const element = await page.waitForSelector(`>>> ${selector}`, { timeout: PATIENCE });
  return element!.evaluate((found) => found.textContent);
};

const addressOf = (page: Page): Promise<string> => page.evaluate(() => location.href);

/** The id of what has the focus, through all shadow roots. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.id || element?.getAttribute('value') || element?.className || '';
  });

async function violations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    await frame.evaluate(axe);
    const { violations: broken } = (await frame.evaluate('axe.run({ iframes: false, preload: false })')) as {
      violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
    };
    found.push(...broken.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)));
  }
  return found;
}

describe('the configurator', { timeout: 500_000, concurrency: 2 }, () => {
  let browser: Browser;
  let server: ViteDevServer;
  let folder: string;
  let page: string;

  before(async () => {
    // Nothing in the built page may depend on where it lies.
    folder = join(mkdtempSync(join(tmpdir(), 'configurator-')), 'Für die Redaktion #1');
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build-demo.mjs', folder], { cwd: root });
    page = pathToFileURL(join(folder, 'index.html')).href;
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    rmSync(join(folder, '..'), { recursive: true, force: true });
  });

  /** Opens the static page, and sees to it that all it asks for is a file, and that nothing goes wrong unheard. */
  const visit = <Result>(hash: string, use: (tab: Page) => Promise<Result>): Promise<Result> =>
    withVisitor(browser, async (newTab) => {
      const tab = await newTab();
      const faults: string[] = [];
      tab.on('pageerror', (error) => faults.push(String(error)));
      tab.on(
        'console',
        (message) => ['error', 'warn'].includes(message.type()) && faults.push(message.text()),
      );
      tab.on('request', (request) => {
        if (!/^(file|data):/.test(request.url())) faults.push(request.url());
      });
      await tab.goto(page + hash);
      const result = await use(tab);
      assert.deepEqual(faults, []);
      return result;
    });

  it('leads from a pasted code to a visitor who is recognised', async () => {
    server = await createServer({
      logLevel: 'error',
      clearScreen: false,
      server: { host: '127.0.0.1', port: 0, open: false },
      cacheDir: 'node_modules/.vite-e2e-configurator',
    });
    await server.listen();
    await withVisitor(browser, async (newTab) => {
      const tab = await newTab();
      await tab.goto(server.resolvedUrls!.local[0]!);
      await reads(tab, 'section:has(#result)', /embed code.*step 1.*step 2/s);
      await type(tab, '#code', EMBED_CODE);
      await reads(tab, '#understood', /help\.example\.com/);
      await click(tab, 'input[name=platform][value=php]');
      await reads(tab, '.pieces', /<useresponse-widget/);
      assert.match(await textOf(tab, '.pieces'), new RegExp(SRC.replaceAll('.', '\\.')));
      assert.match(await textOf(tab, '.pieces'), /hash\('sha256'/);

      await reads(tab, '.status', /The chat is there/);
      await click(tab, 'input[name=visitor][value=member]');
      await reads(tab, '.log', /This is Maja Nowak[^]*UR\.userConfig/);
      await click(tab, 'input[name=visitor][value=left]');
      await reads(tab, '.log', /Clear the chat[^]*UR\.clearChatStorage\("38"\)/);
      assert.ok(await tab.$('>>> a[href="/shop/"]'), 'the shop is linked');
    });
  });

  it('works as a file, with the real tag in its preview', () =>
    visit('', async (tab) => {
      await type(tab, '#code', EMBED_CODE);
      await click(tab, 'input[name=platform][value=php]');
      await reads(tab, '.status', /The chat is there/);
      await click(tab, 'input[name=visitor][value=member]');
      await reads(tab, '.log', /This is Maja Nowak/);
      const src = await tab.frames()[1]!.$eval('useresponse-widget', (tag) => tag.getAttribute('src'));
      assert.equal(src, SRC);
    }));

  it('restores a choice from its address', () =>
    visit('', async (tab) => {
      await type(tab, '#code', EMBED_CODE);
      await click(tab, 'input[name=platform][value=php]');
      await click(tab, '#add-field');
      await type(tab, '#field-0-key', '170');
      await type(tab, '#field-0-value', 'a & b = c # d');
      await click(tab, 'input[name=loading][value=idle]');
      await choose(tab, '#banner', 'cookieyes');
      await type(tab, '#clear-on', 'signed-out');
      await reads(tab, '.pieces', /signed-out/);
      const text = await textOf(tab, '.pieces');
      const address = await addressOf(tab);
      assert.doesNotMatch(decodeURIComponent(address), /UR_initiator|createElement/);

      await tab.goto('about:blank');
      await tab.goto(address);
      await reads(tab, '.pieces', /signed-out/);
      assert.equal(await textOf(tab, '.pieces'), text);
      await reads(tab, '.warn', /from a link/);
    }));

  it('finds a system by its language, too', () =>
    visit('', async (tab) => {
      for (const [wanted, ...found] of [
        ['python', 'django', 'flask'],
        ['C#', 'aspnet'],
        ['gtm', 'gtm'],
        ['PHP', 'php', 'laravel', 'symfony'],
        ['typo'],
      ]) {
        await type(tab, '#filter', wanted!);
        await reads(tab, '.filter [role=status]', found.length ? /to choose from/ : /Nothing by that name/);
        const ids = await tab.$$eval('>>> input[name=platform]', (inputs) =>
          inputs.map((input) => input.value),
        );
        assert.deepEqual(ids, found);
      }
    }));

  it('says what is wrong with an expression before it breaks a site', () =>
    visit(`#platform=php&src=${SRC}&expression=170:`, async (tab) => {
      await type(tab, '#field-0-value', '<?= $user->phone; ?>');
      await reads(tab, '#field-0-value-wrong', /the expression alone/);
      await type(tab, '#field-0-value', "get_user_meta( $user->ID, 'phone', true");
      await reads(tab, '#field-0-value-wrong', /no other half/);
      await type(tab, '#field-0-value', "get_user_meta( $user->ID, 'phone', true )");
      await reads(tab, '#field-0-value-wrong', /^$/);
      await choose(tab, '#field-0-kind', 'fixed');
      await type(tab, '#field-0-value', '(;');
      await reads(tab, '#field-0-value-wrong', /^$/);
    }));

  it('takes nothing from an address that it would not make itself', () =>
    visit('#platform=<img>&src=javascript:alert(1)&consent=x&%E0%A4%A&loading=no&field', async (tab) => {
      await reads(tab, 'section:has(#result)', /Still missing.*step 1.*step 2/s);
      assert.equal(await tab.$('>>> .warn'), null);
    }));

  it('asks for the consent that was given, and shows the tag waiting for it', () =>
    visit(`#platform=php&src=${SRC}`, async (tab) => {
      await choose(tab, '#banner', 'cookieyes');
      await reads(tab, '.pieces', /load-on="consent-given"[^]*getCkyConsent[^]*functional/);
      await previews(tab, 'load-on', 'consent-given');
      await reads(tab, '.status', /Waiting for the consent/);
      await click(tab, '.state button');
      await reads(tab, '.status', /The chat is there/);
    }));

  it('warns of an event that also comes for a refusal', () =>
    visit('#consent=other', async (tab) => {
      await type(tab, '#load-on', 'OneTrustGroupsUpdated');
      await reads(tab, '#load-on-wrong', /also comes for visitors who refuse/);
      await type(tab, '#load-on', 'CookieScriptCategory-functionality');
      await reads(tab, '#load-on-wrong', /^$/);
    }));

  it('warns of commas between names, and of an address that is no script', () =>
    visit(`#platform=html&src=${SRC}&consent=other`, async (tab) => {
      await type(tab, '#load-on', 'agreed, allowed');
      await reads(tab, '#load-on-wrong', /comma/);
      await type(tab, '#clear-on', 'logout,signed-out');
      await reads(tab, '#clear-on-wrong', /comma/);
      for (const address of ['', 'useresponse-widget', 'javascript:alert(1).js']) {
        await type(tab, '#script', address);
        await reads(tab, '#script-wrong', /nothing loads/);
      }
      for (const address of ['/js/useresponse-widget.min.js?ver=1', 'https://cdn.example.com/w.min.js']) {
        await type(tab, '#script', address);
        await reads(tab, '#script-wrong', /^$/);
      }
    }));

  it('says that a link came with the address, and shows what is in its folded part', () =>
    visit('#link=https://evil.test/', async (tab) => {
      await reads(tab, '.warn', /from a link/);
      assert.ok(await tab.$('>>> details.more[open]'));
    }));

  it('makes no text of an address that it does not understand', () =>
    visit('#platform=html&src=https://evil.test/evil.js', async (tab) => {
      await reads(tab, 'section:has(#result)', /Still missing.*step 1/s);
    }));

  it('shows an address of the file that came with the page’s address', () =>
    visit('#script=https://evil.test/x.js', async (tab) => {
      await reads(tab, '.warn', /from a link/);
      assert.ok(await tab.$('>>> details.more[open]'));
    }));

  it('waits in its preview for the visitor’s first move, if it is to', () =>
    visit('#loading=interaction', async (tab) => {
      await previews(tab, 'loading', 'interaction');
      await reads(tab, '.status', /first move/);
      await click(tab, '.state button');
      await reads(tab, '.status', /The chat is there/);
    }));

  it('warns of a security key, and keeps it out of the address', () =>
    visit('', async (tab) => {
      await type(tab, '#code', SECRET);
      await reads(tab, '#understood', /security key/);
      await click(tab, '#add-field');
      await type(tab, '#field-0-key', '170');
      await type(tab, '#field-0-value', SECRET);
      await reads(tab, '#field-0-value-wrong', /security key/);
      assert.match(await addressOf(tab), /field=170/);
      assert.doesNotMatch(await addressOf(tab), new RegExp(SECRET));
    }));

  it('can be used with the keyboard alone', () =>
    visit('', async (tab) => {
      const press = async (key: 'Tab' | 'Space' | 'ArrowDown' | 'Enter', times = 1): Promise<void> => {
        for (let count = 0; count < times; count += 1) await tab.keyboard.press(key);
      };
      const tabTo = async (wanted: RegExp): Promise<void> => {
        for (let count = 0; count < 60; count += 1) {
          await press('Tab');
          if (wanted.test(await focused(tab))) return;
        }
        assert.fail(`${wanted} can't be reached; the focus is at ${await focused(tab)}`);
      };
      await tabTo(/^code$/);
      await tab.keyboard.type(SRC);
      await reads(tab, '#understood', /help\.example\.com/);
      // The link that skips the heading loses nothing.
      await tab.focus('.skip');
      await press('Enter');
      assert.equal(await focused(tab), 'set-up');
      await tab.waitForFunction(() => location.hash.startsWith('#src='));
      await reads(tab, '#understood', /help\.example\.com/);
      await tabTo(/^filter$/);
      await tab.keyboard.type('php');
      await tabTo(/^php$/);
      await press('Space');
      await reads(tab, '.pieces', /<useresponse-widget/);

      await tabTo(/^add-field$/);
      await press('Enter');
      assert.equal(await focused(tab), 'field-0-key');
      await tab.keyboard.type('170');
      await tabTo(/^field-0-value$/);
      await tab.keyboard.type('hello');
      await reads(tab, '.pieces', /property_170/);
      await press('Tab');
      await press('Enter');
      assert.equal(await focused(tab), 'add-field');

      await tabTo(/^guest$/);
      await press('ArrowDown');
      await reads(tab, '.log', /This is Maja Nowak/);
      // Through the frame and out of it again.
      await tabTo(/^log$/);
    }));

  it('copies the text, says so, and gives it to be selected where it can’t', () =>
    visit(`#platform=php&src=${SRC}`, async (tab) => {
      await tab.evaluate(() =>
        Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }),
      );
      const copied = tab.evaluate(
        () =>
          new Promise<string>((resolve) =>
            document.addEventListener('copy', ({ clipboardData }) =>
              resolve(clipboardData!.getData('text/plain')),
            ),
          ),
      );
      const code = await textOf(tab, '.piece pre code');
      const button = await tab.waitForSelector('>>> .copy', { timeout: PATIENCE });
      await button!.click();
      assert.equal((await copied).trim(), code.trim());
      await reads(tab, '.for-ears', /Copied/);

      await tab.evaluate(() => (document.execCommand = () => false));
      await button!.click();
      await reads(tab, '.for-ears', /Ctrl\+C/);
      assert.equal((await tab.evaluate(() => String(getSelection()))).trim(), code.trim());
    }));

  const FULL = `#platform=php&src=${SRC}&field=170:hello&expression=:x&consent=cookiebot&clear-on=a+pagehide&link=x`;

  for (const [name, hash, ...schemes] of [
    ['at its beginning', '', 'light'],
    ['with everything chosen', FULL, 'light', 'dark'],
    ['where nobody is recognised', '#platform=wix&host=a/b&id=x&consent=other', 'dark'],
  ] as const) {
    it(`has no accessibility fault ${name}`, () =>
      visit(hash, async (tab) => {
        await reads(tab, '.status', /Waiting|chat is there/);
        for (const value of schemes) {
          await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
          assert.deepEqual(await violations(tab), [], value);
        }
      }));
  }

  it('fits a phone, twice the size, and is laid out from right to left', () =>
    visit(FULL, async (tab) => {
      await reads(tab, '.pieces', /property_170/);
      for (const [width, dir] of [
        [320, 'ltr'],
        [320, 'rtl'],
        [640, 'ltr'],
        [1280, 'rtl'],
      ] as const) {
        await tab.setViewport({ width, height: 800 });
        await tab.waitForFunction((wanted) => innerWidth === wanted, { timeout: PATIENCE }, width);
        const { overflow, aside } = await tab.evaluate((wanted) => {
          document.documentElement.dir = wanted;
          const view = document.querySelector('configurator-view')!.shadowRoot!;
          const [steps, pane] = [view.querySelector('.steps-column')!, view.querySelector('preview-pane')!];
          return {
            overflow: document.documentElement.scrollWidth - innerWidth,
            aside: pane.getBoundingClientRect().left - steps.getBoundingClientRect().left,
          };
        }, dir);
        assert.ok(overflow <= 0, `${width} ${dir}: ${overflow} too wide`);
        if (width === 1280) assert.ok(aside < 0, 'the preview is on the left');
      }
    }));
});
