import { expect } from '@open-wc/testing';
import { closePages, openPage, settled, until, Vendor, type Page } from './helpers/page.ts';
import { isForThisEngine } from './helpers/runs.ts';
import { ANNA, inline, ready, tag } from './helpers/people.ts';

/** The inspector's sources in place of the built file, which the tests from outside look at. */
const INSPECTOR = '<script type="module" src="/src/inspector/index.ts"></script>';
/** A name by which the element finds its own tag. */
const OWN = '<script type="module" src="/src/index.ts?useresponse-widget.js"></script>';
const TOKEN = '200b6422385454428ea9b2d6d2e1576ccc127826786adbc66ba89e359dc89612';
const BRIAN = { ...ANNA, token: TOKEN };

const open = (html: string, head = INSPECTOR): Promise<Page> => openPage(html, { head });

const hostIn = ({ document }: Page): Element | null => document.querySelector('useresponse-inspector');
const rootIn = (page: Page): ShadowRoot => hostIn(page)!.shadowRoot!;
const textIn = (page: Page): string => rootIn(page).querySelector('.panel')!.textContent ?? '';
const shown = (page: Page): Promise<void> => until(() => hostIn(page) && textIn(page).includes('ready'));
const gone = (page: Page): Promise<void> => until(() => !hostIn(page));
const says = (page: Page, text: string | RegExp): Promise<void> =>
  until(
    () => hostIn(page) && (typeof text === 'string' ? textIn(page).includes(text) : text.test(textIn(page))),
  );

const buttonIn = (page: Page, name: string): HTMLButtonElement =>
  [...rootIn(page).querySelectorAll('button')].find(
    (button) => button.textContent === name || button.ariaLabel === name,
  )!;
const findingsIn = (page: Page, verdict: string): string[] =>
  [...rootIn(page).querySelectorAll(`li.${verdict} b`)].map((label) => label.textContent ?? '');
const press = (page: Page, key: string): void =>
  void (page.document.activeElement ?? page.document.body).dispatchEvent(
    new page.window.KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
  );
/** Only one window at a time has the focus: in the others it moves, too, but no event tells so. */
function focus({ document, window }: Page, element: HTMLElement): void {
  element.focus();
  if (!document.hasFocus())
    element.dispatchEvent(new window.FocusEvent('focusin', { bubbles: true, composed: true }));
}

afterEach(closePages);

(isForThisEngine ? describe : describe.skip)('The inspector', () => {
  it('shows a tag that works with nothing but ticks', async () => {
    const page = await open(tag(new Vendor(), BRIAN, `debug property_170="x"`));
    await shown(page);
    await says(page, 'handed to UseResponse');
    expect(findingsIn(page, 'bad')).to.deep.equal([]);
    expect(findingsIn(page, 'note')).to.deep.equal([]);
    expect(findingsIn(page, 'good')).to.include.members([
      'Tag',
      'Address',
      'Script',
      'Calls',
      'Token',
      'Email',
    ]);
    expect(rootIn(page).querySelector('.summary')!.textContent).to.equal('No mistake found · ready');
  });

  it('shows a broken tag with crosses, the place of the mistake and its explanation', async () => {
    const broken = { ...BRIAN, properties: '{“property_170”:"x"}' };
    const page = await open(tag(new Vendor(), broken, 'debug'));
    await shown(page);
    expect(findingsIn(page, 'bad')).to.deep.equal(['properties']);
    const excerpt = rootIn(page).querySelector('pre')!;
    const [line, caret] = excerpt.textContent.split('\n');
    expect(line).to.equal('{“property_170”:"x"}');
    expect(line!.charAt(caret!.indexOf('^'))).to.equal('“');
    const link = rootIn(page).querySelector('details a')!;
    expect(link.getAttribute('href')).to.match(/docs\/messages\/bad-properties\.md$/);
  });

  it('shows what is to be mended before everything else, and no heading without anything under it', async () => {
    const page = await open(tag(new Vendor(), BRIAN, 'debug'));
    await says(page, 'handed to UseResponse');
    const headings = (): string[] =>
      [...rootIn(page).querySelectorAll<HTMLElement>('h3:not([hidden])')].map(
        ({ textContent }) => textContent ?? '',
      );
    expect(headings()[0]).to.equal('The tag');
    page.widget.email = 'no address';
    await says(page, 'does not look like an email address');
    expect(headings()[0]).to.equal('To be mended');
    expect(rootIn(page).querySelector('li')!.className).to.equal('bad');
  });

  it('finds a token that was made without a key', async () => {
    const page = await open(tag(new Vendor(), BRIAN, 'debug'));
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(BRIAN.email));
    page.widget.token = Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join(
      '',
    );
    await says(page, 'the security key was empty');
  });

  it('does not come to a page that is only prerendered', async () => {
    const page = await openPage(tag(new Vendor(), BRIAN, 'debug'), {
      script: OWN,
      head: inline(() => {
        let prerendering = true;
        Object.defineProperty(document, 'prerendering', { get: () => prerendering });
        addEventListener('show', () => {
          prerendering = false;
          document.dispatchEvent(new Event('prerenderingchange'));
        });
      }),
    });
    const asked = (): boolean =>
      page.window.performance.getEntriesByType('resource').some(({ name }) => name.includes('inspector'));
    await settled(page, 300);
    expect(asked()).to.equal(false);
    page.dispatch('show', page.window);
    await until(asked);
  });

  it('follows what changes in the tag', async () => {
    const page = await open(tag(new Vendor(), BRIAN, 'debug'));
    await shown(page);
    page.widget.email = 'no address';
    await says(page, 'does not look like an email address');
    page.widget.setAttribute('property_170', '{{ x }}');
    await says(page, 'property_170 is a template');
    page.dispatch('logout');
    await says(page, 'Chat cleared (event)');
  });

  it('leaves in place what has not changed', async () => {
    const page = await open(tag(new Vendor(), BRIAN, 'debug'));
    await says(page, 'handed to UseResponse');
    const tick = (): Element | null => rootIn(page).querySelector('li.good');
    const first = tick();
    page.widget.email = 'no address';
    await says(page, 'does not look like an email address');
    expect(tick()).to.equal(first);
  });

  it('comes and goes with debug', async () => {
    const page = await open(tag(new Vendor(), BRIAN));
    await ready(page);
    await settled(page, 500);
    expect(hostIn(page)).to.equal(null);
    page.widget.debug = true;
    await shown(page);
    page.widget.debug = false;
    await gone(page);
    page.widget.setAttribute('debug', '');
    await shown(page);
    page.widget.removeAttribute('debug');
    await gone(page);
  });

  for (const value of ['false', 'null', 'undefined'])
    it(`does not come for debug="${value}", which some frameworks write`, async () => {
      const page = await open(tag(new Vendor(), BRIAN, `debug="${value}"`));
      await ready(page);
      await settled(page, 500);
      expect(hostIn(page)).to.equal(null);
    });

  it('reads a bare attribute as true', async () => {
    const page = await open(tag(new Vendor(), BRIAN, 'debug'));
    expect(page.widget.debug).to.equal(true);
    page.widget.removeAttribute('debug');
    expect(page.widget.debug).to.equal(null);
  });

  it('shows the element that acts, where another one asks for it', async () => {
    const vendor = new Vendor();
    const page = await open(tag(vendor, BRIAN) + tag(vendor, ANNA, 'debug'));
    await shown(page);
    expect(findingsIn(page, 'bad')).to.include('Tag');
    expect(textIn(page)).to.contain('There are 2 tags');
    expect(textIn(page)).to.contain('64 hex digits');
  });

  it('still shows it where the other one was put in front of it', async () => {
    const vendor = new Vendor();
    const page = await open(tag(vendor, BRIAN, 'debug'));
    await shown(page);
    const late = page.document.createElement('useresponse-widget');
    late.setAttribute('token', 'support-users');
    page.document.body.prepend(late);
    await says(page, 'There are 2 tags');
    expect(textIn(page)).to.contain('64 hex digits');
    expect(findingsIn(page, 'note')).not.to.include('Token');
  });

  it('finds a tag in a shadow tree', async () => {
    const vendor = new Vendor();
    const page = await open(
      `<div><template shadowrootmode="open">${tag(vendor, BRIAN, 'debug')}</template></div>` +
        inline(() => {
          const [box] = document.querySelectorAll('div');
          const template = box!.querySelector('template');
          if (template) box!.attachShadow({ mode: 'open' }).append(template.content);
        }),
    );
    await shown(page);
    expect(findingsIn(page, 'bad')).to.deep.equal([]);
  });

  it('sees what is wrong before a consent, and stores and loads nothing', async () => {
    const vendor = new Vendor();
    const page = await open(tag(vendor, BRIAN, 'debug load-on="consent"'));
    await says(page, 'waiting');
    await settled(page, 500);
    expect(textIn(page)).to.contain('Not before one of these events: consent');
    expect(await vendor.requests()).to.equal(0);
    expect(page.window.localStorage.length).to.equal(0);
    page.dispatch('consent');
    await shown(page);
  });

  it('says what is remembered from the last page', async () => {
    const vendor = new Vendor();
    const page = await open(tag(vendor, BRIAN, 'debug'));
    await says(page, 'not who: it fits this page');
    page.dispatch('logout');
    await says(page, 'Nobody: whoever comes next');
  });

  it('says what is left over from the last page', async () => {
    const vendor = new Vendor();
    const page = await open(tag(vendor, BRIAN, 'debug loading="interaction"'));
    await says(page, 'Nobody: whoever comes next');
    await page.widget.clearChatStorage();
    await says(page, 'A clear is owed');
    await page.go(tag(vendor, { ...BRIAN, email: 'bob@example.com' }, 'debug'), { head: INSPECTOR });
    await says(page, 'Chat cleared (owed)');
  });

  it('says what a policy keeps away', async () => {
    const page = await openPage(tag(new Vendor(), BRIAN, 'debug'), {
      head: INSPECTOR,
      headers: [`Content-Security-Policy: script-src 'self' 'nonce-n'`],
      nonce: 'n',
    });
    await says(page, /It has blocked something of UseResponse: script-src/);
    await says(page, 'Content-Security-Policy keeps it away');
  });

  it('says where nothing can be remembered', async () => {
    const page = await open(tag(new Vendor(), BRIAN, 'debug'));
    await shown(page);
    Object.defineProperty(page.window, 'localStorage', {
      get: () => {
        throw new Error('blocked');
      },
    });
    page.widget.name = 'Brian';
    await says(page, 'The browser lets nothing be stored');
  });

  it('finds the script that the page brings by itself', async () => {
    const { src } = new Vendor();
    const [iid] = /uriid_[^-]+/.exec(src)!;
    const page = await open(
      `<i id="${iid}"></i><script src="${src}"></script><useresponse-widget debug></useresponse-widget>`,
    );
    await shown(page);
    await says(page, /Loaded in \d+ ms/);
    await says(page, 'The page carries UseResponse’s own embed code');
  });

  it('says that a script has failed, and in the end that it is there', async () => {
    const vendor = new Vendor();
    await vendor.set({ status: 404 });
    const page = await open(tag(vendor, BRIAN, 'debug'));
    await says(page, 'ad blockers');
    expect(findingsIn(page, 'bad')).to.deep.equal(['Script']);
    await vendor.heal();
    await page.widget.load();
    await says(page, 'No mistake found');
  });

  it('asks for the page as a stranger only when it is told to', async () => {
    const page = await open(tag(new Vendor(), BRIAN, 'debug'));
    await shown(page);
    expect(findingsIn(page, 'open')).to.include('Made for another person?');
    buttonIn(page, 'Ask for this page as a stranger').click();
    // This page's server gives it to everybody.
    await says(page, 'A stranger gets this very token');
    expect(findingsIn(page, 'bad')).to.deep.equal(['Made for another person?']);
  });

  it('can be folded, and unfolded', async () => {
    const page = await open(tag(new Vendor(), BRIAN, 'debug'));
    page.show().frame.height = '600';
    await shown(page);
    const full = hostIn(page)!.getBoundingClientRect().height;
    const button = buttonIn(page, 'Fold');
    button.click();
    expect(button.ariaExpanded).to.equal('false');
    expect(hostIn(page)!.getBoundingClientRect().height).to.be.lessThan(full / 2);
    button.click();
    expect(button.ariaExpanded).to.equal('true');
    expect(hostIn(page)!.getBoundingClientRect().height).to.equal(full);
  });

  it('closes with Escape, and gives the focus back', async () => {
    const page = await open(`<button>Buy</button>${tag(new Vendor(), BRIAN, 'debug')}`);
    page.show();
    await shown(page);
    const buy = page.document.querySelector('button')!;
    focus(page, buy);
    focus(page, buttonIn(page, 'Fold'));
    expect(page.document.activeElement).to.equal(hostIn(page));
    press(page, 'Escape');
    expect(page.document.activeElement).to.equal(buy);
    await settled(page, 600);
    expect(hostIn(page)).to.equal(null);
  });

  it('gives the focus back, too, when debug is taken out', async () => {
    const page = await open(`<button>Buy</button>${tag(new Vendor(), BRIAN, 'debug')}`);
    page.show();
    await shown(page);
    const buy = page.document.querySelector('button')!;
    focus(page, buy);
    focus(page, buttonIn(page, 'Fold'));
    page.widget.debug = false;
    await gone(page);
    expect(page.document.activeElement).to.equal(buy);
  });

  it('leaves Escape to the page where the page has the focus', async () => {
    const page = await open(`<input aria-label="Search">${tag(new Vendor(), BRIAN, 'debug')}`);
    page.show();
    await shown(page);
    focus(page, page.document.querySelector('input')!);
    press(page, 'Escape');
    expect(hostIn(page)).not.to.equal(null);
  });

  it('opens again when debug is put in anew', async () => {
    const page = await open(tag(new Vendor(), BRIAN, 'debug'));
    await shown(page);
    buttonIn(page, 'Close').click();
    await gone(page);
    page.widget.debug = false;
    await settled(page, 500);
    page.widget.debug = true;
    await shown(page);
  });

  it('shows the report that it copies, without anything personal', async () => {
    const secret = { token: 'KaNaRi1', email: 'KaNaRi2@example.com', name: 'KaNaRi3' };
    const page = await open(tag(new Vendor(), secret, 'debug property_170="KaNaRi4"'));
    await shown(page);
    buttonIn(page, 'Copy the report').click();
    await until(() => !rootIn(page).querySelector('textarea')!.hidden);
    const report = rootIn(page).querySelector('textarea')!.value;
    expect(report).to.contain('[ok] Calls:').and.not.to.contain('KaNaRi');
    expect(report).not.to.contain('?html');
  });
});

describe('Without the inspector’s file', () => {
  it('the console tells the steps, and nothing personal', async () => {
    const secret = { token: 'KaNaRi1', email: 'KaNaRi2@example.com', name: 'KaNaRi3' };
    const page = await openPage(tag(new Vendor(), secret, 'debug property_170="KaNaRi4"'), { script: OWN });
    await ready(page);
    const lines = (): string => page.window.consoleLines.join('\n');
    for (const step of ['config', 'identify', 'ready'])
      await until(() => lines().includes(`useresponse-${step}`));
    expect(lines()).to.contain('"chatId"').and.not.to.contain('KaNaRi');
  });

  it('the console also tells them where the tag comes out of a bundle', async () => {
    const page = await openPage(tag(new Vendor(), BRIAN, 'debug'));
    await ready(page);
    await until(() => page.window.consoleLines.join().includes('useresponse-ready'));
  });

  it('nothing is told, marked or loaded where nobody debugs', async () => {
    const page = await openPage(tag(new Vendor(), BRIAN), { script: OWN });
    await ready(page);
    await settled(page);
    expect(page.window.performance.getEntriesByType('mark')).to.deep.equal([]);
    expect(page.window.consoleLines.filter((line) => line.includes('useresponse-'))).to.deep.equal([]);
  });
});
