import { expect } from '@open-wc/testing';
import type { UseresponseWidget } from '../src/element.ts';
import {
  closePages,
  Gate,
  openPage,
  pass,
  settled,
  STILL,
  until,
  Vendor,
  type Page,
  type PageOptions,
} from './helpers/page.ts';
import { bringApi } from './helpers/people.ts';
import { tag, vendorElements, vendorFetches } from './helpers/tag.ts';

const ANNA = { token: 'aa11', email: 'anna@example.com' };
const ANNA_SENT = { token: 'aa11', userEmail: 'anna@example.com' };
/** Keeps the page's load event away for a while: before it, the script comes another way than after it. */
const SLOW = '<img src="/slow?ms=600" alt="">';
const MOMENTS = { 'before the load event': SLOW, 'after the load event': '' };
const TALL = '<div style="height: 5000px"></div>';

/** Long waits, as those before automatic retries, never end: what happens now was asked for. */
const NO_RETRIES = `<script>
  const wait = setTimeout;
  window.setTimeout = (action, milliseconds, ...rest) => (milliseconds >= 1000 ? 0 : wait(action, milliseconds, ...rest));
</script>`;

/** A day of waiting is over in seconds. */
const QUICK_RETRIES = `<script>
  const wait = setTimeout;
  window.setTimeout = (action, milliseconds, ...rest) =>
    wait(action, milliseconds >= 1000 ? milliseconds / 100 : milliseconds, ...rest);
</script>`;

/** Notes in which order the page's load event and the vendor's come. */
const NOTE_LOAD = `<script>addEventListener('load', () => happenings.push(['load', performance.getEntriesByType('resource').map(({ name }) => name)]))</script>`;

const isReady = (page: Page) => (): boolean => page.widget.status === 'ready';

const add = (page: Page, attributes: Record<string, string>, content = ''): UseresponseWidget => {
  page.document.body.insertAdjacentHTML('beforeend', tag(attributes, content));
  return page.document.querySelector('useresponse-widget:last-of-type') as UseresponseWidget;
};

/** The vendor's script as the page itself would place it. */
function addVendorScript(page: Page, vendor: Vendor): HTMLScriptElement {
  const script = page.document.createElement('script');
  script.async = true;
  script.id = /uriid_\w+/.exec(vendor.src)![0];
  script.src = vendor.src;
  page.document.head.append(script);
  return script;
}

const codeOf = async (loading: Promise<void>): Promise<unknown> =>
  loading.then(
    () => 'ready',
    (error: Error & { code?: unknown }) => error.code,
  );

/** Expects that the page has not come near the vendor. */
async function expectNothing(page: Page, vendor: Vendor): Promise<void> {
  await settled(page);
  expect(page.widget.status).to.equal('waiting');
  expect(vendorElements(page)).to.deep.equal([]);
  expect(page.document.querySelectorAll('link').length).to.equal(0);
  expect(vendorFetches(page)).to.deep.equal([]);
  expect(await vendor.requests()).to.equal(0);
}

afterEach(closePages);

describe('loading="eager"', () => {
  it('is what happens without the attribute, and with a word that means nothing', async () => {
    for (const attributes of [{}, { loading: 'eager' }, { loading: '' }, { loading: 'lazy' }]) {
      const vendor = new Vendor();
      const page = await openPage(tag({ src: vendor.src, ...attributes }));
      await until(isReady(page));
      expect(await vendor.requests()).to.equal(1);
    }
  });

  it('does not wait for the load event of the page', async () => {
    const vendor = new Vendor();
    const gate = new Gate();
    // If it did wait, each would wait for the other for ever.
    const page = await openPage(gate.image + tag({ src: vendor.src, ...ANNA }), {
      head: `${NOTE_LOAD}<script>addEventListener('useresponse-ready', () => ${gate.opening})</script>`,
    });
    expect(page.events.map(([type]) => type)).to.deep.equal([
      'useresponse-identify',
      'useresponse-ready',
      'load',
    ]);
    expect(page.identified).to.deep.equal([ANNA_SENT]);
  });

  for (const [name, image] of Object.entries({
    '': '',
    ' that has images': '<img src="/slow?ms=200" alt="">',
  })) {
    it(`does not keep the load event of a page${name} waiting for a slow vendor`, async () => {
      const vendor = new Vendor();
      const gate = new Gate();
      const page = await openPage(image + tag({ src: gate.srcOf(vendor), ...ANNA }));
      expect(page.widget.status).not.to.equal('ready');
      await gate.open();
      await until(isReady(page));
      expect(page.identified).to.deep.equal([ANNA_SENT]);
      expect(await vendor.requests()).to.equal(1);
    });
  }

  it('does not keep the load event of the page waiting for a vendor that never answers', async () => {
    for (const type of ['chat', 'support-center']) {
      const vendor = new Vendor();
      await vendor.set({ hang: true });
      const page = await openPage(tag({ host: vendor.host, 'chat-id': vendor.id, type }) + SLOW);
      await until(async () => (await vendor.requests()) === 1);
      expect(page.document.readyState).to.equal('complete');
      expect(page.widget.status).to.equal('loading');
    }
  });
});

describe('loading="idle"', () => {
  it('loads after the load event of the page', async () => {
    const vendor = new Vendor();
    const page = await openPage(
      `<img src="/slow?ms=500" alt="">${tag({ src: vendor.src, ...ANNA, loading: 'idle' })}`,
      { head: NOTE_LOAD },
    );
    await until(isReady(page));
    const [[first, fetches]] = page.events as [[string, string[]]];
    expect(first).to.equal('load');
    expect(fetches.filter((url) => url.startsWith(vendor.origin))).to.deep.equal([]);
    expect(page.identified).to.deep.equal([ANNA_SENT]);
  });

  it('loads in a page that has long been there', async () => {
    const vendor = new Vendor();
    const page = await openPage('');
    await settled(page);
    add(page, { src: vendor.src, loading: 'idle', ...ANNA });
    await until(isReady(page));
    expect(await vendor.requests()).to.equal(1);
  });

  it('waits until the browser is idle', async () => {
    const vendor = new Vendor();
    const page = await openPage('', {
      // Where there is no such call, the element has to do without it.
      head: '<script>window.requestIdleCallback = (action) => { window.idle = action; return 1; }</script>',
    });
    add(page, { src: vendor.src, loading: 'idle' });
    await expectNothing(page, vendor);
    (page.window as unknown as { idle: (deadline: unknown) => void }).idle({
      didTimeout: false,
      timeRemaining: () => 10,
    });
    await until(isReady(page));
  });
});

describe('loading="interaction"', () => {
  const INTERACTIONS: Record<string, (page: Page) => void> = {
    'moves the pointer': ({ window, document }) =>
      document.body.dispatchEvent(new window.PointerEvent('pointermove', { bubbles: true })),
    'presses the pointer': ({ window, document }) =>
      document.body.dispatchEvent(new window.PointerEvent('pointerdown', { bubbles: true })),
    'presses a key': ({ window, document }) =>
      document.body.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'Tab', bubbles: true })),
    'touches the page': ({ window, document }) =>
      document.body.dispatchEvent(new window.Event('touchstart', { bubbles: true })),
    'scrolls the page': ({ window }) => window.scrollTo(0, 500),
    'scrolls a part of the page': ({ document }) => document.querySelector('main')!.scrollTo(0, 50),
    'clicks on the fallback': ({ document }) => document.querySelector<HTMLElement>('#button')!.click(),
    'clicks on a link in the fallback': ({ document }) =>
      document.querySelector<HTMLElement>('#link')!.click(),
  };
  for (const [name, interact] of Object.entries(INTERACTIONS)) {
    it(`loads when the visitor ${name}`, async () => {
      const vendor = new Vendor();
      const page = await openPage(
        `<main style="height: 100px; overflow: auto">${TALL}</main>${tag({ src: vendor.src, ...ANNA, loading: 'interaction' }, '<button id="button">Chat</button><a id="link" href="#chat">Chat</a>')}${TALL}`,
      );
      await expectNothing(page.show(), vendor);
      interact(page);
      await until(isReady(page));
      expect(page.identified).to.deep.equal([ANNA_SENT]);
      expect(await vendor.requests()).to.equal(1);
    });
  }

  it('hears of it though a handler of the page stops the event', async () => {
    const vendor = new Vendor();
    const page = await openPage(`<main></main>${tag({ src: vendor.src, loading: 'interaction' })}`);
    await expectNothing(page, vendor);
    const main = page.document.querySelector('main')!;
    main.addEventListener('keydown', (event) => event.stopPropagation());
    main.dispatchEvent(new page.window.KeyboardEvent('keydown', { key: 'a', bubbles: true }));
    await until(isReady(page));
  });

  it('hears a visitor who is quick', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag({ src: vendor.src, loading: 'interaction' }));
    page.document.body.dispatchEvent(new page.window.PointerEvent('pointerdown', { bubbles: true }));
    await until(isReady(page));
  });

  it('loads once, however much the visitor does', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag({ src: vendor.src, loading: 'interaction', ...ANNA }) + TALL);
    await settled(page);
    for (let i = 0; i < 5; i++) {
      for (const interact of [INTERACTIONS['presses the pointer'], INTERACTIONS['presses a key']])
        interact!(page);
    }
    await until(isReady(page));
    INTERACTIONS['presses a key']!(page);
    await settled(page);
    expect(await vendor.requests()).to.equal(1);
    expect(page.calls).to.have.length(1);
  });

  it('waits for no second touch where the page is swapped while the script is on its way', async () => {
    const vendor = new Vendor();
    const gate = new Gate();
    const html = tag({ src: gate.srcOf(vendor), loading: 'interaction', ...ANNA });
    const page = await openPage(html);
    await settled(page);
    INTERACTIONS['presses the pointer']!(page);
    await until(() => page.widget.status === 'loading');
    page.document.body.innerHTML = html;
    await settled(page);
    await gate.open();
    await until(isReady(page));
    expect(page.identified).to.deep.equal([ANNA_SENT]);
    expect(await vendor.requests()).to.equal(1);
  });

  it('loads at load() too', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag({ src: vendor.src, loading: 'interaction' }));
    await page.widget.load();
    expect(page.widget.status).to.equal('ready');
    expect(await vendor.requests()).to.equal(1);
  });

  it('may change to eager', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag({ src: vendor.src, loading: 'interaction' }));
    await expectNothing(page, vendor);
    page.widget.removeAttribute('loading');
    await until(isReady(page));
  });
});

describe('load-on', () => {
  it('keeps the vendor and the storage out until the event', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag({ src: vendor.src, ...ANNA, 'load-on': 'cookies-accepted' }));
    await expectNothing(page, vendor);
    expect(localStorage.length).to.equal(0);
    expect(sessionStorage.length).to.equal(0);
    page.dispatch('something-else');
    page.dispatch('logout');
    await expectNothing(page, vendor);
    expect(localStorage.length).to.equal(0);
    page.dispatch('cookies-accepted');
    await until(isReady(page));
    expect(await vendor.requests()).to.equal(1);
  });

  it('identifies the visitor after it', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag({ src: vendor.src, ...ANNA, 'load-on': 'consent' }));
    await expectNothing(page, vendor);
    page.dispatch('consent');
    await until(isReady(page));
    expect(page.identified).to.deep.equal([ANNA_SENT]);
    expect(localStorage.length).to.be.above(0);
  });

  it('takes any of several events', async () => {
    for (const type of ['one', 'two', 'three']) {
      const vendor = new Vendor();
      const page = await openPage(tag({ src: vendor.src, 'load-on': ' one two\n three ' }));
      await expectNothing(page, vendor);
      page.dispatch(type);
      await until(isReady(page));
    }
  });

  it('is absent when empty or white space', async () => {
    for (const loadOn of ['', ' ']) {
      const page = await openPage(tag({ src: new Vendor().src, 'load-on': loadOn }));
      await until(isReady(page));
    }
  });

  const TARGETS: Record<string, (page: Page) => EventTarget> = {
    'the window': ({ window }) => window,
    'the document': ({ document }) => document,
    'the element': ({ widget }) => widget,
    'its content': ({ document }) => document.querySelector('#content')!,
    'another element': ({ document }) => document.querySelector('#banner')!,
  };
  for (const [name, target] of Object.entries(TARGETS)) {
    it(`hears events that do not bubble at ${name}`, async () => {
      const vendor = new Vendor();
      const page = await openPage(
        `<div id="banner"></div>${tag({ src: vendor.src, 'load-on': 'consent' }, '<p id="content">Help</p>')}`,
      );
      await expectNothing(page, vendor);
      page.dispatch('consent', target(page));
      await until(isReady(page));
    });
  }

  it('hears events that stay in the shadow tree around the element', async () => {
    const vendor = new Vendor();
    const page = await openPage('<main></main>');
    const root = page.document.querySelector('main')!.attachShadow({ mode: 'open' });
    root.innerHTML = `<button>Accept</button>${tag({ src: vendor.src, 'load-on': 'consent' })}`;
    const widget = root.querySelector('useresponse-widget') as UseresponseWidget;
    await settled(page);
    expect(widget.status).to.equal('waiting');
    page.dispatch('consent', root.querySelector('button')!);
    await until(() => widget.status === 'ready');
  });

  it('hears events that a handler stops', async () => {
    const STOPPERS: ((page: Page) => EventTarget)[] = [
      ({ window }) => window,
      ({ document }) => document,
      ({ document }) => document.querySelector('#banner')!,
    ];
    for (const where of STOPPERS) {
      const vendor = new Vendor();
      const page = await openPage(
        `<div id="banner"></div>${tag({ src: vendor.src, 'load-on': 'consent' })}`,
        { head: `<script>addEventListener('consent', (event) => event.stopPropagation(), true)</script>` },
      );
      await expectNothing(page, vendor);
      where(page).addEventListener('consent', (event) => event.stopImmediatePropagation(), true);
      page.document
        .querySelector('#banner')!
        .dispatchEvent(new page.window.Event('consent', { bubbles: true }));
      await until(isReady(page));
    }
  });

  it('holds for later elements', async () => {
    const vendor = new Vendor();
    const attributes = { src: vendor.src, 'load-on': 'consent', ...ANNA };
    const page = await openPage(tag(attributes));
    await settled(page);
    page.dispatch('consent');
    await until(isReady(page));
    page.widget.remove();
    await settled(page);
    const other = new Vendor();
    const widget = add(page, { ...attributes, src: other.src });
    await until(() => widget.status === 'ready');
    expect(await other.requests()).to.equal(1);
  });

  it('holds only for the event that was seen', async () => {
    const page = await openPage(tag({ src: new Vendor().src, 'load-on': 'consent' }));
    await settled(page);
    page.dispatch('consent');
    await until(isReady(page));
    page.widget.remove();
    await settled(page);
    const other = new Vendor();
    add(page, { src: other.src, 'load-on': 'other-consent' });
    await settled(page);
    expect(await other.requests()).to.equal(0);
    page.dispatch('other-consent');
    await until(async () => (await other.requests()) === 1);
  });

  it('opens when the attribute is removed', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag({ src: vendor.src, ...ANNA, 'load-on': 'consent' }));
    await expectNothing(page, vendor);
    page.widget.removeAttribute('load-on');
    await until(isReady(page));
    expect(page.identified).to.deep.equal([ANNA_SENT]);
  });

  it('comes before loading', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag({ src: vendor.src, 'load-on': 'consent', loading: 'interaction' }));
    await settled(page);
    page.document.body.dispatchEvent(new page.window.PointerEvent('pointerdown', { bubbles: true }));
    await expectNothing(page, vendor);
    page.dispatch('consent');
    await expectNothing(page, vendor);
    page.document.body.dispatchEvent(new page.window.PointerEvent('pointerdown', { bubbles: true }));
    await until(isReady(page));
  });

  it('keeps load() pending, which then wins over loading', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag({ src: vendor.src, 'load-on': 'consent', loading: 'interaction' }));
    let outcome: unknown = 'pending';
    const loading = codeOf(page.widget.load()).then((code) => (outcome = code));
    await expectNothing(page, vendor);
    expect(outcome).to.equal('pending');
    page.dispatch('consent');
    expect(await loading).to.equal('ready');
  });

  it('does not open at a click on the fallback', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag({ src: vendor.src, 'load-on': 'consent' }, '<button>Chat</button>'));
    await settled(page);
    page.document.querySelector('button')!.click();
    await expectNothing(page, vendor);
  });
});

describe('The script', () => {
  for (const [moment, image] of Object.entries(MOMENTS)) {
    for (const cache of ['no-store', 'no-cache', 'max-age=60']) {
      it(`is requested once, ${moment} (Cache-Control: ${cache})`, async () => {
        const vendor = new Vendor();
        await vendor.set({ cache });
        const page = await openPage(tag({ src: vendor.src, ...ANNA }) + image);
        await until(isReady(page));
        await settled(page);
        expect(await vendor.requests()).to.equal(1);
        expect(page.window.useresponseSimulator).to.include({ booted: 1, iidFound: true });
        expect(page.document.querySelectorAll('link').length).to.equal(0);
        expect(vendorElements(page).map(({ localName }) => localName)).to.deep.equal(['script']);
      });
    }

    it(`that fails ${moment} leaves nothing behind and is tried again`, async () => {
      const vendor = new Vendor();
      await vendor.set({ status: 500 });
      const page = await openPage(tag({ src: vendor.src, ...ANNA }) + image, { head: NO_RETRIES });
      await until(() => page.widget.status === 'error');
      expect(page.codes).to.deep.equal(['script-failed']);
      expect(vendorElements(page)).to.deep.equal([]);
      expect(await codeOf(page.widget.load())).to.equal('script-failed');
      expect(vendorElements(page)).to.deep.equal([]);
      await vendor.set({});
      await page.widget.load();
      expect(page.identified).to.deep.equal([ANNA_SENT]);
    });

    it(`that is late ${moment} is still used`, async () => {
      const vendor = new Vendor();
      const gate = new Gate();
      const page = await openPage(tag({ src: gate.srcOf(vendor), ...ANNA, timeout: '200' }) + image, {
        head: NO_RETRIES,
      });
      await until(() => page.codes.length);
      expect(page.codes).to.deep.equal(['script-timeout']);
      await gate.open();
      await until(isReady(page));
      expect(page.identified).to.deep.equal([ANNA_SENT]);
      expect(await vendor.requests()).to.equal(1);
    });
  }

  it('comes all the same where a page-navigation library takes its preload out of the head', async () => {
    const vendor = new Vendor();
    await vendor.set({ delay: 300 });
    const page = await openPage(tag({ src: vendor.src, ...ANNA }) + SLOW, {
      head: `<script>
        new MutationObserver(() => document.querySelector('link[rel=preload]')?.remove()).observe(document.head, { childList: true });
      </script>`,
    });
    await until(isReady(page));
    expect(page.identified).to.deep.equal([ANNA_SENT]);
    expect(page.window.useresponseSimulator).to.include({ booted: 1 });
    expect(vendorElements(page).map(({ localName }) => localName)).to.deep.equal(['script']);
  });

  it('is loaded once for many elements, moves and renders', async () => {
    const vendor = new Vendor();
    const html = tag({ src: vendor.src, ...ANNA });
    const page = await openPage(`<main></main>${html}${html}`);
    page.document.querySelector('main')!.append(page.widget);
    await until(isReady(page));
    page.document.body.innerHTML = html + html;
    await until(isReady(page));
    const body = page.document.createElement('body');
    body.innerHTML = html;
    page.document.body.replaceWith(body);
    await until(isReady(page));
    await settled(page);
    expect(await vendor.requests()).to.equal(1);
    expect(page.window.useresponseSimulator?.booted).to.equal(1);
    expect(page.identified).to.have.length(1);
  });

  it('is loaded once while it is on its way', async () => {
    const vendor = new Vendor();
    await vendor.set({ delay: 500 });
    const html = tag({ src: vendor.src, ...ANNA });
    const page = await openPage(html);
    for (let i = 0; i < 3; i++) {
      await settled(page, 50);
      page.document.body.innerHTML = html;
      void page.widget.load();
    }
    await until(isReady(page));
    await settled(page);
    expect(await vendor.requests()).to.equal(1);
    expect(page.window.useresponseSimulator?.booted).to.equal(1);
  });

  it('of a support center is loaded once, though each tag has its own id', async () => {
    const vendor = new Vendor();
    const srcOf = (time: number): string =>
      `${vendor.origin}/sdk/supportCenter.js?initid=uriid_${time}_7&wid=${vendor.id}`;
    const page = await openPage(tag({ src: srcOf(1_700_000_000_000) }));
    await until(isReady(page));
    page.document.body.innerHTML = tag({ src: srcOf(1_700_000_000_999) });
    await until(isReady(page));
    page.document.body.innerHTML = tag({ host: vendor.host, 'chat-id': vendor.id, type: 'support-center' });
    await until(isReady(page));
    await settled(page);
    expect(await vendor.requests()).to.equal(1);
  });

  it('is loaded anew for another address', async () => {
    const [vendor, other] = [new Vendor(), new Vendor()];
    const page = await openPage(tag({ src: vendor.src, ...ANNA }));
    await until(isReady(page));
    page.widget.src = other.src;
    await until(async () => (await other.requests()) === 1);
    await until(isReady(page));
    expect(await vendor.requests()).to.equal(1);
  });

  it('that has run in the page is adopted', async () => {
    const vendor = new Vendor();
    const page = await openPage(
      `<script>document.currentScript.id = '${/uriid_\w+/.exec(vendor.src)![0]}'</script><script src="${vendor.src}"></script>${tag({ src: vendor.src, ...ANNA })}`,
    );
    await until(isReady(page));
    await settled(page);
    expect(page.identified).to.deep.equal([ANNA_SENT]);
    expect(await vendor.requests()).to.equal(1);
    expect(page.window.useresponseSimulator?.booted).to.equal(1);
  });

  it('that is on its way into the page is adopted', async () => {
    const vendor = new Vendor();
    await vendor.set({ delay: 300, apiDelay: 100 });
    const page = await openPage('');
    addVendorScript(page, vendor);
    add(page, { src: vendor.src, ...ANNA });
    await until(isReady(page));
    await settled(page);
    expect(page.identified).to.deep.equal([ANNA_SENT]);
    expect(await vendor.requests()).to.equal(1);
    expect(page.document.querySelectorAll('link').length).to.equal(0);
  });

  it('that is on its way into the page without an id gets the one that it looks for', async () => {
    const vendor = new Vendor();
    await vendor.set({ delay: 300 });
    const page = await openPage('');
    addVendorScript(page, vendor).id = '';
    add(page, { src: vendor.src, ...ANNA });
    await until(isReady(page));
    expect(page.window.useresponseSimulator).to.include({ booted: 1, iidFound: true });
  });

  it('that fails on its way into the page is loaded again', async () => {
    const vendor = new Vendor();
    await vendor.set({ status: 500, delay: 300, failFirst: 1 });
    const page = await openPage('');
    addVendorScript(page, vendor);
    add(page, { src: vendor.src, ...ANNA });
    await until(isReady(page));
    expect(page.codes).to.deep.equal(['script-failed']);
    expect(page.identified).to.deep.equal([ANNA_SENT]);
    expect(await vendor.requests()).to.equal(2);
  });
});

describe('The API', () => {
  const LATE = {
    'comes later than the script': { apiDelay: 300 },
    'comes from a second script': { chained: true },
    'gets its calls one by one': { methodDelay: { userConfig: 300, clearChatStorage: 100 } },
  };
  for (const [name, faults] of Object.entries(LATE)) {
    it(`may be one that ${name}`, async () => {
      const vendor = new Vendor();
      await vendor.set(faults);
      const page = await openPage(tag({ src: vendor.src, ...ANNA }));
      await until(isReady(page));
      expect(page.calls).to.deep.equal([['userConfig', ANNA_SENT]]);
      expect(page.codes).to.deep.equal([]);
      expect(await vendor.requests()).to.equal(1);
    });
  }

  it('that comes after the timeout is still used', async () => {
    const vendor = new Vendor();
    await vendor.set({ apiMissing: true });
    const page = await openPage(tag({ src: vendor.src, ...ANNA }), { head: STILL });
    await until(() => page.window.useresponseSimulator?.booted);
    pass(page, 15_000);
    await until(() => page.codes.length);
    expect(page.codes).to.deep.equal(['api-missing']);
    bringApi(page);
    // Until the next retry.
    pass(page, 1_000);
    await until(isReady(page));
    expect(page.identified).to.deep.equal([ANNA_SENT]);
    expect(await vendor.requests()).to.equal(1);
  });
});

describe('After a failure', () => {
  const FALLBACK = '<button>Chat</button><a href="#chat"><b>Chat</b></a><p>Write to us</p>';

  async function openFailed(vendor: Vendor, options: PageOptions = { head: NO_RETRIES }): Promise<Page> {
    await vendor.set({ status: 500 });
    const page = await openPage(tag({ src: vendor.src, ...ANNA }, FALLBACK), options);
    await until(() => page.widget.status === 'error');
    return page;
  }

  it('retries come by themselves, but not for ever', async () => {
    const vendor = new Vendor();
    const page = await openFailed(vendor, { head: QUICK_RETRIES });
    await until(async () => (await vendor.requests()) > 1);
    let before: number;
    do {
      before = await vendor.requests();
      await settled(page, 900);
    } while ((await vendor.requests()) > before && before < 20);
    expect(before).to.be.within(2, 10);
    expect(page.codes).to.deep.equal(['script-failed']);
    expect(page.widget.status).to.equal('error');
    expect(vendorElements(page)).to.deep.equal([]);
  });

  const IMPULSES: Record<string, (page: Page) => unknown> = {
    'load() is called': ({ widget }) => widget.load(),
    'the browser is online again': (page) => page.dispatch('online', page.window),
    'the visitor clicks on a button in the fallback': ({ document }) =>
      document.querySelector('button')!.click(),
    'the visitor clicks on a text in the fallback': ({ document }) => document.querySelector('p')!.click(),
  };
  for (const [name, give] of Object.entries(IMPULSES)) {
    it(`it is tried again at once when ${name}`, async () => {
      const vendor = new Vendor();
      const page = await openFailed(vendor);
      await vendor.set({});
      const requests = await vendor.requests();
      give(page);
      await until(isReady(page));
      expect(page.identified).to.deep.equal([ANNA_SENT]);
      expect(page.codes).to.deep.equal(['script-failed']);
      expect(await vendor.requests()).to.equal(requests + 1);
    });

    it(`it may fail again when ${name}`, async () => {
      const vendor = new Vendor();
      const page = await openFailed(vendor);
      for (let i = 0; i < 3; i++) {
        const requests = await vendor.requests();
        give(page);
        await until(async () => (await vendor.requests()) > requests && page.widget.status === 'error');
        await settled(page);
      }
      expect(page.widget.status).to.equal('error');
      expect(vendorElements(page)).to.deep.equal([]);
      expect(page.window.consoleLines).to.have.length(1);
    });
  }

  it('it is tried again when the visitor clicks on text that lets no click through', async () => {
    const vendor = new Vendor();
    const page = await openFailed(vendor);
    await vendor.set({});
    const text = page.document.querySelector('p')!;
    text.addEventListener('click', (event) => event.stopPropagation());
    text.click();
    await until(isReady(page));
  });

  it('it is not tried again when the visitor clicks on a link', async () => {
    const vendor = new Vendor();
    const page = await openFailed(vendor);
    await vendor.set({});
    const requests = await vendor.requests();
    page.document.querySelector<HTMLElement>('a')!.click();
    page.document.querySelector<HTMLElement>('b')!.click();
    await settled(page);
    expect(page.widget.status).to.equal('error');
    expect(await vendor.requests()).to.equal(requests);
  });

  it('nothing is tried without need when the browser is online', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag({ src: vendor.src, ...ANNA }));
    await until(isReady(page));
    page.dispatch('online', page.window);
    await settled(page);
    expect(page.calls).to.have.length(1);
    expect(await vendor.requests()).to.equal(1);
  });

  it('load() tells the outcome of its own attempt', async () => {
    const vendor = new Vendor();
    const page = await openFailed(vendor);
    expect(await codeOf(page.widget.load())).to.equal('script-failed');
    await vendor.set({});
    expect(await codeOf(page.widget.load())).to.equal('ready');
    expect(await codeOf(page.widget.load())).to.equal('ready');
    expect(page.identified).to.have.length(1);
  });

  it('another address is tried', async () => {
    const [vendor, other] = [new Vendor(), new Vendor()];
    const page = await openFailed(vendor);
    page.widget.src = other.src;
    await until(isReady(page));
    expect(page.identified).to.deep.equal([ANNA_SENT]);
  });
});

describe('A vendor that is broken', () => {
  /** Opens a page whose time limit is over once the script has run, as far as it runs. */
  async function openInVain(vendor: Vendor): Promise<Page> {
    const page = await openPage('', { head: STILL });
    const isVendors = ({ target }: Event): boolean => (target as HTMLScriptElement).src === vendor.src;
    page.document.addEventListener('load', (event) => isVendors(event) && pass(page, 15_000), true);
    add(page, { src: vendor.src, ...ANNA });
    await until(() => page.widget.status === 'error');
    return page;
  }

  it('may fail while the page loads, and is tried again before that has ended', async () => {
    const vendor = new Vendor();
    await vendor.set({ status: 500 });
    const opening = openPage(`<img src="/slow?ms=2500" alt="">${tag({ src: vendor.src, ...ANNA })}`);
    await until(async () => (await vendor.requests()) > 0);
    await vendor.set({});
    const page = await opening;
    await until(isReady(page));
    expect(page.identified).to.deep.equal([ANNA_SENT]);
  });

  it('may answer with a page of HTML', async () => {
    const vendor = new Vendor();
    await vendor.set({ html: true });
    const page = await openInVain(vendor);
    // Some browsers take it for a script that says nothing.
    expect(page.codes[0]).to.be.oneOf(['script-failed', 'api-missing']);
    expect(page.codes).to.have.length(1);
  });

  it('may throw before it has made its API', async () => {
    const vendor = new Vendor();
    await vendor.set({ throws: true });
    const page = await openInVain(vendor);
    expect(page.codes).to.deep.equal(['api-missing']);
  });

  it('may cut the line', async () => {
    const vendor = new Vendor();
    await vendor.set({ reset: true });
    const page = await openPage(tag({ src: vendor.src, ...ANNA }));
    await until(() => page.widget.status === 'error');
    expect(page.codes).to.deep.equal(['script-failed']);
  });

  it('may never answer', async () => {
    const vendor = new Vendor();
    await vendor.set({ hang: true });
    const page = await openPage(tag({ src: vendor.src, ...ANNA, timeout: '300' }));
    await until(() => page.widget.status === 'error');
    expect(page.codes).to.deep.equal(['script-timeout']);
  });
});

describe('The page around', () => {
  it('keeps its window.onload', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag({ src: vendor.src, ...ANNA }), {
      head: `<script>window.loads = 0; window.mine = window.onload = () => window.loads++;</script>`,
    });
    await until(isReady(page));
    const window = page.window as unknown as { mine: unknown; onload: unknown; loads: number };
    expect(window.onload).to.equal(window.mine);
    expect(window.loads).to.equal(1);
    const without = await openPage(tag({ src: vendor.src, ...ANNA }));
    await until(isReady(without));
    expect(without.window.onload).to.equal(null);
  });

  it('gets no globals', async () => {
    const vendor = new Vendor();
    const plain = await openPage('', { script: '' });
    addVendorScript(plain, vendor);
    await until(() => plain.window.useresponseSimulator?.booted);
    const page = await openPage(tag({ src: vendor.src, ...ANNA }));
    await until(isReady(page));
    page.dispatch('logout');
    const known = new Set(Object.getOwnPropertyNames(plain.window));
    const added = Object.getOwnPropertyNames(page.window).filter((name) => !known.has(name));
    // Copies of Lit on a page know each other by these.
    const lits = ['reactiveElementVersions', 'litPropertyMetadata'];
    expect(added.filter((name) => !lits.includes(name))).to.deep.equal([]);
  });

  it('hears nothing in the console while all is well', async () => {
    const vendor = new Vendor();
    const page = await openPage(
      tag(
        { src: vendor.src, ...ANNA, name: 'Anna', properties: '{"a":"b"}', property_1: 'c' },
        '<p>Help</p>',
      ),
    );
    await until(isReady(page));
    page.widget.name = 'Anna B.';
    await until(() => page.identified.length === 2);
    page.dispatch('logout');
    await settled(page);
    expect(page.window.consoleLines).to.deep.equal([]);
    expect(page.codes).to.deep.equal([]);
  });
});
