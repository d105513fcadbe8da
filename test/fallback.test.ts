import { expect } from '@open-wc/testing';
import type axe from 'axe-core';
import {
  closePages,
  Gate,
  openPage,
  settled,
  until,
  Vendor,
  type Page,
  type PageOptions,
} from './helpers/page.ts';
import { tag } from './helpers/tag.ts';

const FALLBACK = '<a id="fallback" href="#contact">Contact support</a>';

const fallbackOf = (page: Page): HTMLElement => page.show().document.getElementById('fallback')!;

const isVisible = (page: Page): boolean => fallbackOf(page).checkVisibility();

/** Whether the keyboard can reach it. */
function isFocusable(page: Page): boolean {
  fallbackOf(page).focus();
  return page.document.activeElement === fallbackOf(page);
}

async function openIn(status: string, html: string, options?: PageOptions): Promise<Page> {
  const page = (await openPage(html, options)).show();
  await until(() => page.widget.status === status);
  return page;
}

afterEach(closePages);

describe('The fallback content', () => {
  it('shows until the widget is ready, and then no longer', async () => {
    const vendor = new Vendor();
    const gate = new Gate();
    const page = await openPage(tag({ src: gate.srcOf(vendor) }, FALLBACK));
    const visible: [status: string, isVisible: boolean][] = [];
    page.document.addEventListener('useresponse-ready', () => visible.push(['event', isVisible(page)]));
    await until(() => page.widget.status === 'loading');
    visible.push(['loading', isVisible(page)]);
    expect(isFocusable(page)).to.equal(true);
    await gate.open();
    await until(() => page.widget.status === 'ready');
    expect(visible).to.deep.equal([
      ['loading', true],
      ['event', false],
    ]);
    expect(isVisible(page)).to.equal(false);
    fallbackOf(page).blur();
    expect(isFocusable(page)).to.equal(false);
    expect(fallbackOf(page).isConnected).to.equal(true);
  });

  it('shows before the element is defined, and without any script', async () => {
    const page = await openPage(tag({ src: new Vendor().src }, FALLBACK), { script: '' });
    expect(isVisible(page)).to.equal(true);
    expect(isFocusable(page)).to.equal(true);
  });

  it('shows while nothing may load yet', async () => {
    for (const attributes of [{ 'load-on': 'consent' }, { loading: 'interaction' }]) {
      const page = await openIn('waiting', tag({ src: new Vendor().src, ...attributes }, FALLBACK));
      await settled(page);
      expect(isVisible(page)).to.equal(true);
      expect(isFocusable(page)).to.equal(true);
    }
  });

  const FAILURES = {
    'is blocked': { reset: true },
    'is broken': { throws: true },
    'is down': { status: 503 },
    'answers with a page': { html: true },
    'has no API': { apiMissing: true },
    'throws at the user': { throwIn: ['userConfig' as const] },
    'never answers': { hang: true },
  };
  for (const [name, faults] of Object.entries(FAILURES)) {
    it(`stays when the vendor ${name}`, async () => {
      const vendor = new Vendor();
      await vendor.set(faults);
      const page = await openIn(
        'error',
        tag({ src: vendor.src, token: 'aa11', email: 'anna@example.com', timeout: '300' }, FALLBACK),
      );
      await settled(page);
      expect(isVisible(page)).to.equal(true);
      expect(isFocusable(page)).to.equal(true);
    });
  }

  it('goes when the widget recovers, and is back when it breaks', async () => {
    const vendor = new Vendor();
    await vendor.set({ status: 404 });
    const page = await openIn('error', tag({ src: vendor.src }, FALLBACK));
    await vendor.set({});
    await page.widget.load();
    expect(isVisible(page)).to.equal(false);
    page.widget.src = 'ftp://example.com/';
    await until(() => page.widget.status === 'error');
    expect(isVisible(page)).to.equal(true);
  });

  it('may change while it shows', async () => {
    const page = await openIn('waiting', tag({ src: new Vendor().src, 'load-on': 'consent' }));
    page.widget.innerHTML = FALLBACK;
    expect(isVisible(page)).to.equal(true);
    page.widget.textContent = 'Write to us';
    expect(page.widget.innerText).to.equal('Write to us');
  });
});

describe('The element itself', () => {
  const box = (attributes: Record<string, string>, content = ''): string =>
    `<main>${tag(attributes, content)}</main>`;

  it('takes no space', async () => {
    const vendor = new Vendor();
    const page = await openIn('ready', box({ src: vendor.src }, FALLBACK));
    expect(page.document.querySelector('main')!.offsetHeight).to.equal(0);
    expect(page.widget.offsetWidth).to.equal(0);
    const empty = await openIn('waiting', box({ src: vendor.src, 'load-on': 'consent' }));
    expect(empty.document.querySelector('main')!.offsetHeight).to.equal(0);
  });

  it('is no tab stop', async () => {
    for (const [status, attributes] of [
      ['waiting', { 'load-on': 'consent' }],
      ['ready', {}],
    ] as const) {
      const page = await openIn(status, tag({ src: new Vendor().src, ...attributes }, FALLBACK));
      expect(page.widget.tabIndex).to.equal(-1);
      page.widget.focus();
      expect(page.document.activeElement).to.equal(page.document.body);
    }
  });

  it('leaves the focus where it is, before and after the vendor comes', async () => {
    const vendor = new Vendor();
    await vendor.set({ delay: 200 });
    const page = (await openPage(`<input>${tag({ src: vendor.src }, FALLBACK)}`)).show();
    const input = page.document.querySelector('input')!;
    input.focus();
    await until(() => page.widget.status === 'ready');
    await settled(page);
    expect(page.document.activeElement).to.equal(input);
  });

  it('takes direction, colours and motion from the page: it has none of its own', async () => {
    const page = await openIn(
      'waiting',
      `<main dir="rtl" style="color: rgb(1, 2, 3)">${tag({ src: new Vendor().src, 'load-on': 'consent' }, FALLBACK)}</main>`,
    );
    const { direction, color, transitionDuration, animationName } = page.window.getComputedStyle(page.widget);
    expect({ direction, color, transitionDuration, animationName }).to.deep.equal({
      ...{ direction: 'rtl', color: 'rgb(1, 2, 3)', transitionDuration: '0s', animationName: 'none' },
    });
    const root = page.widget.shadowRoot!;
    expect(root.adoptedStyleSheets).to.have.length(0);
    expect(root.querySelector('style, link')).to.equal(null);
  });

  it('writes nothing into the page that the author has not written', async () => {
    const page = await openIn('ready', tag({ src: new Vendor().src, lang: 'en' }, FALLBACK));
    expect(page.widget.getAttributeNames().sort()).to.deep.equal(['lang', 'src']);
    expect(page.widget.innerHTML).to.equal(FALLBACK);
  });

  for (const [status, attributes] of Object.entries({
    waiting: { 'load-on': 'consent' },
    ready: {},
    error: { src: 'ftp://example.com/' },
  })) {
    it(`is accessible while ${status}`, async () => {
      const page = await openIn(
        status,
        `<main><h1>Shop</h1>${tag({ src: new Vendor().src, ...attributes }, FALLBACK)}</main>`,
        { head: '<script src="/node_modules/axe-core/axe.min.js"></script>' },
      );
      const checker = (page.window as unknown as { axe: typeof axe }).axe;
      const { violations, passes } = await checker.run(page.document);
      expect(violations.map(({ id, help }) => `${id}: ${help}`)).to.deep.equal([]);
      expect(passes.length).to.be.above(0);
    });
  }
});
