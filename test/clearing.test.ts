import { expect } from '@open-wc/testing';
import {
  closePages,
  openPage,
  type Page,
  type PageOptions,
  pass,
  settled,
  STILL,
  until,
  Vendor,
} from './helpers/page.ts';
import {
  ANNA,
  BOB,
  bringApi,
  callNames,
  CLEAR,
  identified,
  IDENTIFY,
  inline,
  NOBODY,
  ownVendor,
  parsed,
  type Person,
  ready,
  render,
  said,
  stored,
  tag,
} from './helpers/people.ts';

/** The page itself is of no vendor's host; the simulator answers under both of its names. */
const otherHost = ({ src }: Vendor): string => src.replace('127.0.0.1', 'localhost');

const withSrc = (src: string, person: Person): string => tag({ src }, person);

async function annaIsReady(vendor: Vendor, more = '', options?: PageOptions): Promise<Page> {
  const page = await openPage(tag(vendor, ANNA, more), options);
  await ready(page);
  expect(page.identified).to.deep.equal([said(ANNA)]);
  return page;
}

describe('a clear by event', () => {
  afterEach(closePages);

  const PLACES: [string, (page: Page) => void][] = [
    ['on the element', (page) => page.dispatch('logout', page.widget)],
    ['on the document', (page) => page.dispatch('logout')],
    ['on the window', (page) => page.dispatch('logout', page.window)],
    ['on the body, not bubbling', (page) => page.dispatch('logout', page.document.body)],
    ['on any node, not bubbling', (page) => page.dispatch('logout', page.document.querySelector('b')!)],
    [
      'bubbling from anywhere',
      (page) =>
        page.document.querySelector('b')!.dispatchEvent(new page.window.Event('logout', { bubbles: true })),
    ],
    [
      'on the fallback content, not bubbling',
      (page) => page.dispatch('logout', page.widget.querySelector('a')!),
    ],
    [
      'composed, out of a component',
      (page) => {
        const component = page.document.querySelector('b')!.appendChild(page.document.createElement('div'));
        const root = component.attachShadow({ mode: 'open' });
        root.innerHTML = '<i></i>';
        root.firstChild!.dispatchEvent(
          new page.window.CustomEvent('logout', { bubbles: true, composed: true }),
        );
      },
    ],
  ];
  for (const [place, dispatch] of PLACES) {
    it(`is made at once when it is dispatched ${place}`, async () => {
      const vendor = new Vendor();
      const page = await annaIsReady(vendor);
      page.document.body.append(page.document.createElement('b'));
      dispatch(page);
      expect(page.cleared).to.deep.equal([vendor.id]);
      expect(page.reasons).to.deep.equal(['event']);
    });
  }

  for (const mode of ['open', 'closed'] as const) {
    it(`is made wherever it is dispatched in the ${mode} shadow trees around the element`, async () => {
      const vendor = new Vendor();
      const page = await openPage('<div></div>');
      const outer = page.document.querySelector('div')!.attachShadow({ mode });
      outer.innerHTML = '<p></p><section></section>';
      const inner = outer.querySelector('section')!.attachShadow({ mode });
      inner.append(page.document.createElement('b'), parsed(page, tag(vendor, ANNA)));
      await until(() => page.identified.length);

      const places: [string, Node][] = [
        ['inner sibling', inner.querySelector('b')!],
        ['inner root', inner],
        ['outer sibling', outer.querySelector('p')!],
        ['outer root', outer],
        ['inner host', outer.querySelector('section')!],
        ['outer host', page.document.querySelector('div')!],
      ];
      for (const [place, node] of places) {
        for (const bubbles of [false, true]) {
          const before = page.cleared.length;
          node.dispatchEvent(new page.window.Event('logout', { bubbles }));
          expect(page.cleared.length - before, `${place}, bubbles: ${bubbles}`).to.equal(1);
        }
      }
    });
  }

  it('is made even where a handler stops the event', async () => {
    const vendor = new Vendor();
    const page = await annaIsReady(vendor);
    const { window, document } = page;
    const places = [document.body, document, document.documentElement, page.widget, window];
    for (const place of places) {
      for (const capture of [true, false]) {
        for (const stop of ['stopPropagation', 'stopImmediatePropagation'] as const) {
          const handler = (event: Event): void => event[stop]();
          place.addEventListener('logout', handler, { capture });
          const before = page.cleared.length;
          page.widget.dispatchEvent(new window.Event('logout', { bubbles: true, cancelable: true }));
          expect(page.cleared.length - before, `${String(place)} ${stop} ${capture}`).to.equal(1);
          place.removeEventListener('logout', handler, { capture });
        }
      }
    }
  });

  it('is made where the page stopped the event on the window before our script came', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, ANNA), {
      head: '<script>addEventListener("logout", (event) => event.stopPropagation(), true)</script>',
    });
    await ready(page);
    page.dispatch('logout', page.document.body);
    expect(page.cleared).to.deep.equal([vendor.id]);
  });

  it('is made where a handler that came later stops the event on the window, whatever has changed in the tag', async () => {
    const vendor = new Vendor();
    const page = await annaIsReady(vendor);
    page.window.addEventListener('logout', (event) => event.stopImmediatePropagation(), true);
    page.widget.name = 'Anna B.';
    await identified(page, 2);
    page.dispatch('logout', page.document.body);
    expect(page.cleared).to.deep.equal([vendor.id]);
  });

  it('is one for one event object, however often it is dispatched', async () => {
    const vendor = new Vendor();
    const page = await annaIsReady(vendor);
    const event = new page.window.Event('logout', { bubbles: true });
    for (const target of [page.widget, page.document, page.window, page.widget]) target.dispatchEvent(event);
    expect(page.cleared).to.deep.equal([vendor.id]);
    page.dispatch('logout');
    expect(page.cleared).to.deep.equal([vendor.id, vendor.id]);
  });

  it('is one for one event object also when it is dispatched again after another element has taken over', async () => {
    const vendor = new Vendor();
    const page = await annaIsReady(vendor);
    const event = new page.window.Event('logout', { bubbles: true });
    page.widget.dispatchEvent(event);
    page.widget.replaceWith(parsed(page, tag(vendor, ANNA)));
    await ready(page);
    page.widget.dispatchEvent(event);
    expect(page.cleared).to.deep.equal([vendor.id]);
  });

  it('is one where an event handler logs out once more by method', async () => {
    const vendor = new Vendor();
    const page = await annaIsReady(vendor);
    page.document.addEventListener('useresponse-clear', () => void page.widget.clearChatStorage());
    page.dispatch('logout');
    await settled(page);
    expect(page.cleared).to.deep.equal([vendor.id]);
  });

  for (const empty of ['clear-on=""', 'clear-on="  "']) {
    it(`listens to logout with ${empty}`, async () => {
      const page = await annaIsReady(new Vendor(), empty);
      page.dispatch('logout');
      expect(page.reasons).to.deep.equal(['event']);
    });
  }

  it('listens to each of several names, and then to logout no more', async () => {
    const page = await annaIsReady(new Vendor(), 'clear-on=" signed-out\n\tsession:end "');
    page.dispatch('logout');
    expect(page.cleared).to.have.length(0);
    page.dispatch('signed-out');
    expect(page.cleared).to.have.length(1);
    page.dispatch('session:end');
    expect(page.cleared).to.have.length(2);
  });

  it('follows a change of clear-on', async () => {
    const page = await annaIsReady(new Vendor());
    page.widget.clearOn = 'bye';
    await settled(page);
    page.dispatch('logout');
    expect(page.cleared).to.have.length(0);
    page.dispatch('bye');
    expect(page.cleared).to.have.length(1);
  });

  it('is made for an anonymous visitor, too', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor));
    await ready(page);
    page.dispatch('logout');
    expect(page.cleared).to.deep.equal([vendor.id]);
  });

  it('has made its call before the page goes away at pagehide', async () => {
    const vendor = new Vendor();
    const page = await annaIsReady(vendor, 'clear-on="pagehide"');
    const { useresponseSimulator: before } = page.window;
    await page.go('<p>Elsewhere</p>');
    expect(before!.calls.map(({ name }) => name)).to.deep.equal([IDENTIFY, CLEAR]);
  });

  it('made at pagehide leaves nothing owed, and the next page sends its user', async () => {
    const vendor = new Vendor();
    const page = await annaIsReady(vendor, 'clear-on="pagehide"');
    await page.go(tag(vendor, ANNA, 'clear-on="pagehide"'));
    await ready(page);
    expect(callNames(page)).to.deep.equal([IDENTIFY]);
    await page.go(tag(vendor, BOB));
    await ready(page);
    expect(callNames(page)).to.deep.equal([IDENTIFY]);
  });
});

describe('an owed clear', () => {
  afterEach(closePages);

  it('is paid as soon as a slow API is there, and the person who logged out is not sent', async () => {
    const vendor = new Vendor();
    await vendor.set({ apiMissing: true });
    const page = await openPage(tag(vendor, ANNA));
    await until(() => page.window.useresponseSimulator?.booted);
    page.dispatch('logout');
    await settled(page);
    bringApi(page);
    await ready(page);
    await settled(page);
    expect(callNames(page)).to.deep.equal([CLEAR]);
    expect(page.reasons).to.deep.equal(['owed']);
  });

  it('survives page loads, and is paid before anything else', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, ANNA, 'loading="interaction"'));
    await until(() => page.widget.status === 'waiting');
    page.dispatch('logout');
    await page.go('<p>The log-in page carries no tag.</p>');
    await page.go(tag(vendor, ANNA));
    await ready(page);
    expect(page.calls).to.deep.equal([
      [CLEAR, vendor.id],
      [IDENTIFY, said(ANNA)],
    ]);
    expect(page.reasons).to.deep.equal(['owed']);
    expect(page.events.map(([type]) => type)).to.deep.equal([
      'useresponse-clear',
      'useresponse-identify',
      'useresponse-ready',
    ]);
  });

  it('survives a page on which the vendor is down', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, ANNA, 'loading="interaction"'));
    await until(() => page.widget.status === 'waiting');
    page.dispatch('logout');
    await vendor.set({ status: 503 });
    await page.go(tag(vendor, BOB));
    await until(() => page.widget.status === 'error');
    await vendor.heal();
    await page.go(tag(vendor, BOB));
    await ready(page);
    expect(callNames(page)).to.deep.equal([CLEAR, IDENTIFY]);
  });

  it('is owed once, however many events there were', async () => {
    const vendor = new Vendor();
    await vendor.set({ apiMissing: true });
    const page = await openPage(tag(vendor, ANNA));
    await until(() => page.window.useresponseSimulator?.booted);
    for (let i = 0; i < 3; i++) page.dispatch('logout');
    bringApi(page);
    await ready(page);
    expect(page.cleared).to.deep.equal([vendor.id]);
  });

  it('is kept in memory before the consent, and paid after it', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, ANNA, 'load-on="consent"'));
    await until(() => page.widget.status === 'waiting');
    page.dispatch('logout');
    await settled(page);
    expect(stored(page)).to.deep.equal([]);
    page.dispatch('consent');
    await ready(page);
    expect(callNames(page)).to.deep.equal([CLEAR]);
    expect(page.reasons).to.deep.equal(['owed']);
  });

  it('goes to no other widget: not on the next page, nor after a change of src', async () => {
    const [one, two] = [new Vendor(), new Vendor()];
    const page = await openPage(tag(one, ANNA, 'loading="interaction"'));
    await until(() => page.widget.status === 'waiting');
    page.dispatch('logout');
    await page.go(tag(two, BOB));
    await ready(page);
    expect(page.calls).to.deep.equal([[IDENTIFY, said(BOB)]]);

    await page.go(tag(one, ANNA));
    await ready(page);
    expect(page.calls[0]).to.deep.equal([CLEAR, one.id]);

    await two.set({ missing: [CLEAR] });
    await page.go(tag(two, BOB));
    await ready(page);
    page.dispatch('logout');
    const three = new Vendor();
    page.widget.src = three.src;
    await until(async () => await three.requests());
    await settled(page, 300);
    expect(page.cleared).to.deep.equal([]);
  });

  it('goes to no other host with the same chat id', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, ANNA, 'loading="interaction"'));
    await until(() => page.widget.status === 'waiting');
    page.dispatch('logout');
    await page.go(withSrc(otherHost(vendor), BOB));
    await ready(page);
    expect(page.calls).to.deep.equal([[IDENTIFY, said(BOB)]]);
    await page.go(tag(vendor, ANNA));
    await ready(page);
    expect(callNames(page)).to.deep.equal([CLEAR, IDENTIFY]);
  });

  it('is still owed when the page wipes its storage as it logs out', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, ANNA, 'loading="interaction"'));
    await until(() => page.widget.status === 'waiting');
    page.dispatch('logout');
    page.window.localStorage.clear();
    await page.go(tag(vendor, ANNA));
    await ready(page);
    expect(callNames(page)).to.deep.equal([CLEAR, IDENTIFY]);
  });
});

describe('a clear that fails', () => {
  afterEach(closePages);

  it('because the vendor throws stays owed; nobody is identified until it has worked', async () => {
    const vendor = new Vendor();
    await vendor.set({ throwIn: [CLEAR] });
    const page = await annaIsReady(vendor);
    page.dispatch('logout');
    await until(() => page.widget.status === 'error');
    expect(page.codes).to.deep.equal(['api-threw']);
    expect(page.reasons).to.deep.equal([]);
    render(page.widget, BOB);
    await settled(page);
    expect(page.identified).to.deep.equal([said(ANNA)]);

    await page.go(tag(vendor, BOB));
    await until(() => page.widget.status === 'error');
    await settled(page);
    expect(page.codes).to.deep.equal(['api-threw']);
    expect(page.identified).to.deep.equal([]);

    await vendor.heal();
    await page.go(tag(vendor, BOB));
    await ready(page);
    expect(page.calls).to.deep.equal([
      [CLEAR, vendor.id],
      [IDENTIFY, said(BOB)],
    ]);
    expect(page.reasons).to.deep.equal(['owed']);
  });

  it('is made again by itself', async () => {
    const vendor = new Vendor();
    await vendor.set({ throwIn: [CLEAR], throwFirst: 1 });
    const page = await annaIsReady(vendor);
    page.dispatch('logout');
    await until(() => page.widget.status === 'error');
    await ready(page);
    expect(page.reasons).to.deep.equal(['owed']);
    expect(page.identified).to.deep.equal([said(ANNA)]);
  });

  it('is made again by load(), before the person who came meanwhile', async () => {
    const vendor = new Vendor();
    await vendor.set({ throwIn: [CLEAR], throwFirst: 1 });
    const page = await annaIsReady(vendor);
    page.dispatch('logout');
    render(page.widget, BOB);
    await page.widget.load();
    expect(callNames(page)).to.deep.equal([IDENTIFY, CLEAR, CLEAR, IDENTIFY]);
    expect(page.identified).to.deep.equal([said(ANNA), said(BOB)]);
  });

  it('at a change of person stays owed, on the next pages too', async () => {
    const vendor = new Vendor();
    await vendor.set({ throwIn: [CLEAR] });
    const page = await annaIsReady(vendor);
    for (const person of [BOB, NOBODY, ANNA]) {
      await page.go(tag(vendor, person));
      await until(() => page.widget.status === 'error');
      expect(page.identified).to.deep.equal([]);
    }
    await vendor.heal();
    await page.go(tag(vendor, ANNA));
    await ready(page);
    expect(callNames(page)).to.deep.equal([CLEAR, IDENTIFY]);
  });

  it('because the call is missing stays owed, and nobody is identified', async () => {
    const vendor = new Vendor();
    await vendor.set({ missing: [CLEAR] });
    const page = await annaIsReady(vendor, '', { head: STILL });
    render(page.widget, BOB);
    await until(() => page.widget.status === 'loading');
    pass(page, 15_000);
    await until(() => page.codes.length);
    expect(page.codes).to.deep.equal(['api-missing']);
    expect(page.widget.status).to.equal('error');
    await page.go(tag(vendor, BOB), { head: STILL });
    await until(() => page.window.useresponseSimulator?.booted);
    pass(page, 15_000);
    await until(() => page.codes.length);
    expect(page.codes).to.deep.equal(['api-missing']);
    expect(page.identified).to.deep.equal([]);

    await vendor.heal();
    await page.go(tag(vendor, BOB));
    await ready(page);
    expect(callNames(page)).to.deep.equal([CLEAR, IDENTIFY]);
  });

  it('waits for a call that comes later than the others', async () => {
    const vendor = new Vendor();
    await vendor.set({ methodDelay: { [CLEAR]: 300 } });
    const page = await annaIsReady(vendor);
    await page.go(tag(vendor, BOB));
    await ready(page);
    expect(callNames(page)).to.deep.equal([CLEAR, IDENTIFY]);
    expect(page.codes).to.deep.equal([]);
  });

  it('because the chat id is missing stays owed until it is known', async () => {
    const page = await openPage(
      '<useresponse-widget token="aa11" email="anna@example.com"></useresponse-widget>',
      {
        head: inline(ownVendor),
      },
    );
    await identified(page);
    page.dispatch('logout');
    await until(() => page.codes.length);
    expect(page.codes).to.deep.equal(['chat-id-missing']);
    expect(page.widget.status).to.equal('error');
    render(page.widget, BOB);
    await settled(page);
    expect(callNames(page)).to.deep.equal([IDENTIFY]);

    page.widget.chatId = '71';
    await identified(page, 2);
    expect(page.calls.slice(1)).to.deep.equal([
      [CLEAR, '71'],
      [IDENTIFY, said(BOB)],
    ]);
    expect(page.reasons).to.deep.equal(['owed']);
  });

  it('because the address has no chat id stays owed until one is given', async () => {
    const src = `/page?html=${encodeURIComponent('//')}&header=${encodeURIComponent('Content-Type: text/javascript')}`;
    const page = await openPage(withSrc(src, ANNA), { head: inline(ownVendor) });
    await identified(page);
    page.dispatch('logout');
    await until(() => page.codes.length);
    expect(page.codes).to.deep.equal(['chat-id-missing']);
    render(page.widget, BOB);
    page.widget.chatId = '71';
    await identified(page, 2);
    expect(page.calls.slice(1)).to.deep.equal([
      [CLEAR, '71'],
      [IDENTIFY, said(BOB)],
    ]);
  });
});

describe('a spent user', () => {
  afterEach(closePages);

  async function spentAnna(vendor: Vendor, by: 'event' | 'method'): Promise<Page> {
    const page = await annaIsReady(vendor);
    if (by === 'event') page.dispatch('logout');
    else await page.widget.clearChatStorage();
    expect(page.reasons).to.deep.equal([by]);
    return page;
  }

  for (const by of ['event', 'method'] as const) {
    it(`is not sent again after a clear by ${by} when name or fields change`, async () => {
      const page = await spentAnna(new Vendor(), by);
      page.widget.name = 'Anna B.';
      page.widget.setAttribute('property_170', 'x');
      page.widget.properties = { property_171: 'y' };
      await settled(page);
      await page.widget.load();
      expect(callNames(page)).to.deep.equal([IDENTIFY, CLEAR]);
      expect(page.widget.status).to.equal('ready');
    });
  }

  for (const change of [{ token: 'aa12' }, { email: 'anna@example.org' }]) {
    it(`is another one, who is sent, when ${Object.keys(change).join()} changes`, async () => {
      const page = await spentAnna(new Vendor(), 'event');
      Object.assign(page.widget, change);
      await identified(page, 2);
      expect(page.identified[1]).to.deep.equal(said({ ...ANNA, ...change }));
      expect(page.cleared).to.have.length(1);
    });
  }

  it('stays spent in a new element, also after a while without any', async () => {
    const vendor = new Vendor();
    const page = await spentAnna(vendor, 'event');
    page.widget.remove();
    await settled(page);
    page.document.body.append(parsed(page, tag(vendor, ANNA)));
    await ready(page);
    await settled(page);
    expect(callNames(page)).to.deep.equal([IDENTIFY, CLEAR]);
  });

  it('stays spent in a new element that differs in name', async () => {
    const vendor = new Vendor();
    const page = await spentAnna(vendor, 'method');
    page.widget.replaceWith(parsed(page, tag(vendor, { ...ANNA, name: 'Anna B.' })));
    await ready(page);
    await settled(page);
    expect(callNames(page)).to.deep.equal([IDENTIFY, CLEAR]);
  });

  it('is sent again after an element there had no user', async () => {
    const vendor = new Vendor();
    const page = await spentAnna(vendor, 'event');
    page.widget.replaceWith(parsed(page, tag(vendor)));
    await ready(page);
    await settled(page);
    page.widget.replaceWith(parsed(page, tag(vendor, ANNA)));
    await identified(page, 2);
    expect(callNames(page)).to.deep.equal([IDENTIFY, CLEAR, IDENTIFY]);
  });

  it('is sent again after the attributes named nobody for a while', async () => {
    const page = await spentAnna(new Vendor(), 'event');
    render(page.widget, NOBODY);
    await settled(page);
    render(page.widget, ANNA);
    await identified(page, 2);
    expect(callNames(page)).to.deep.equal([IDENTIFY, CLEAR, IDENTIFY]);
  });

  it('is sent again by a new document that renders him, with nothing owed', async () => {
    const vendor = new Vendor();
    const page = await spentAnna(vendor, 'event');
    await page.go(tag(vendor, ANNA));
    await ready(page);
    expect(callNames(page)).to.deep.equal([IDENTIFY]);
  });

  it('can be spent before he was sent: he logs out while the vendor is on its way', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, ANNA, 'loading="interaction"'));
    await until(() => page.widget.status === 'waiting');
    await page.widget.clearChatStorage();
    await page.widget.load();
    await settled(page);
    expect(callNames(page)).to.deep.equal([CLEAR]);
    expect(page.reasons).to.deep.equal(['owed']);
  });
});

describe('a change of person', () => {
  afterEach(closePages);

  const NOBODIES: [string, Person][] = [
    ['nobody', NOBODY],
    ['a token without an email', { token: 'bb22' }],
    ['an email without a token', { email: 'bob@example.com' }],
    ['an email that the template left unrendered', { token: 'bb22', email: '{{ user.email }}' }],
    ['a token that the template left unrendered', { token: '%TOKEN%', email: 'bob@example.com' }],
    ['what a framework writes for nothing', { token: 'undefined', email: 'null' }],
  ];
  const OTHERS: [string, Person][] = [
    ['another', BOB],
    ['the same email with another token', { ...ANNA, token: 'aa12' }],
    ['the same token with another email', { ...ANNA, email: 'anna@example.org' }],
    ['an email in other letters', { ...ANNA, email: 'Anna@example.com' }],
  ];
  const CHANGES: [string, (page: Page, vendor: Vendor, person: Person) => Promise<void> | void][] = [
    ['the attributes', (page, _vendor, person) => render(page.widget, person)],
    ['the next page', (page, vendor, person) => page.go(tag(vendor, person))],
    [
      'another element, first connected',
      (page, vendor, person) => {
        const old = page.widget;
        old.before(parsed(page, tag(vendor, person)));
        old.remove();
      },
    ],
    [
      'another element, a while later',
      async (page, vendor, person) => {
        page.widget.remove();
        await settled(page, 50);
        page.document.body.append(parsed(page, tag(vendor, person)));
      },
    ],
  ];

  for (const [by, change] of CHANGES) {
    // The ways that differ in the tag alone need not each see every person.
    const many = by.startsWith('another') ? 1 : undefined;
    for (const [name, person] of OTHERS.slice(0, many)) {
      it(`to ${name} by ${by} clears first`, async () => {
        const vendor = new Vendor();
        const page = await annaIsReady(vendor);
        await change(page, vendor, person);
        await until(() =>
          page.identified.some((user) => JSON.stringify(user) === JSON.stringify(said(person))),
        );
        expect(callNames(page).slice(-2)).to.deep.equal([CLEAR, IDENTIFY]);
        expect(page.cleared).to.deep.equal([vendor.id]);
        expect(page.reasons).to.deep.equal(['user-changed']);
      });
    }
    for (const [name, person] of NOBODIES.slice(0, many)) {
      it(`to ${name} by ${by} clears`, async () => {
        const vendor = new Vendor();
        const page = await annaIsReady(vendor);
        await change(page, vendor, person);
        await until(() => page.reasons.length);
        await ready(page);
        expect(page.cleared).to.deep.equal([vendor.id]);
        expect(callNames(page).at(-1)).to.equal(CLEAR);
        expect(page.reasons).to.deep.equal(['user-changed']);
      });
    }
    it(`is none where ${by} brings the same person with another name`, async () => {
      const vendor = new Vendor();
      const page = await annaIsReady(vendor);
      const renamed = { ...ANNA, name: 'Anna B.', properties: '{"property_170":"x"}' };
      await change(page, vendor, renamed);
      const expected = { ...said(renamed), properties: { property_170: 'x' } };
      await until(() => JSON.stringify(page.identified.at(-1)) === JSON.stringify(expected));
      expect(page.cleared).to.deep.equal([]);
    });
    it(`is none from anonymous by ${by}`, async () => {
      const vendor = new Vendor();
      const page = await openPage(tag(vendor));
      await ready(page);
      expect(page.calls).to.deep.equal([]);
      await change(page, vendor, ANNA);
      await identified(page);
      expect(page.calls).to.deep.equal([[IDENTIFY, said(ANNA)]]);
    });
  }

  it('is none where the same person visits page after page', async () => {
    const vendor = new Vendor();
    const page = await annaIsReady(vendor);
    for (let i = 0; i < 3; i++) {
      await page.go(tag(vendor, ANNA));
      await ready(page);
      expect(callNames(page)).to.deep.equal([IDENTIFY]);
    }
  });

  it('is one also across pages without the tag, and across a closed browser', async () => {
    const vendor = new Vendor();
    const page = await annaIsReady(vendor);
    await page.go('<p>Goodbye</p>');
    page.close();
    const later = await openPage(tag(vendor, BOB));
    await ready(later);
    expect(callNames(later)).to.deep.equal([CLEAR, IDENTIFY]);
    expect(later.reasons).to.deep.equal(['user-changed']);
  });

  it('to nobody and from there to another clears once', async () => {
    const vendor = new Vendor();
    const page = await annaIsReady(vendor);
    await page.go(tag(vendor));
    await until(() => page.reasons.length);
    await page.go(tag(vendor, BOB));
    await ready(page);
    expect(callNames(page)).to.deep.equal([IDENTIFY]);
  });

  it('to nobody on a page without the vendor and back is a change still', async () => {
    const vendor = new Vendor();
    const page = await annaIsReady(vendor);
    await page.go(tag(vendor, NOBODY, 'loading="interaction"'));
    await until(() => page.widget.status === 'waiting');
    await settled(page);
    await page.go(tag(vendor, ANNA));
    await ready(page);
    expect(callNames(page)).to.deep.equal([CLEAR, IDENTIFY]);
  });

  it('there and back within a task is none', async () => {
    const page = await annaIsReady(new Vendor());
    render(page.widget, BOB);
    render(page.widget, ANNA);
    await settled(page);
    expect(callNames(page)).to.deep.equal([IDENTIFY]);
  });

  it('of token and email in one task is one change, also when microtasks come between', async () => {
    const page = await annaIsReady(new Vendor());
    page.widget.setAttribute('token', BOB.token!);
    await Promise.resolve();
    page.widget.setAttribute('email', BOB.email!);
    await Promise.resolve();
    page.widget.setAttribute('name', BOB.name!);
    await identified(page, 2);
    expect(page.calls.slice(1)).to.deep.equal([
      [CLEAR, page.cleared[0]],
      [IDENTIFY, said(BOB)],
    ]);
  });

  it('is none where the element is only removed', async () => {
    const vendor = new Vendor();
    const page = await annaIsReady(vendor);
    page.widget.remove();
    await settled(page);
    expect(page.cleared).to.deep.equal([]);
    page.document.body.append(parsed(page, tag(vendor, ANNA)));
    await ready(page);
    await settled(page);
    expect(callNames(page)).to.deep.equal([IDENTIFY]);
  });

  it('owes nothing after a clear has forgotten the last one', async () => {
    const vendor = new Vendor();
    const page = await annaIsReady(vendor);
    page.dispatch('logout');
    await page.go(tag(vendor));
    await ready(page);
    expect(page.calls).to.deep.equal([]);
    await page.go(tag(vendor, BOB));
    await ready(page);
    expect(callNames(page)).to.deep.equal([IDENTIFY]);
  });

  it('is cleared from the widget that goes together with him', async () => {
    const [one, two] = [new Vendor(), new Vendor()];
    const page = await annaIsReady(one);
    page.widget.src = two.src;
    render(page.widget, BOB);
    await identified(page, 2);
    expect(page.calls).to.deep.equal([
      [IDENTIFY, said(ANNA)],
      [CLEAR, one.id],
      [IDENTIFY, said(BOB)],
    ]);
    expect(page.reasons).to.deep.equal(['user-changed']);
    page.widget.src = one.src;
    await settled(page);
    expect(page.cleared).to.deep.equal([one.id]);
  });

  it('is not cleared from a widget that only makes room for another', async () => {
    const [one, two] = [new Vendor(), new Vendor()];
    const page = await annaIsReady(one);
    page.widget.src = two.src;
    await until(() => page.widget.status === 'ready');
    await identified(page, 2);
    expect(callNames(page)).to.deep.equal([IDENTIFY, IDENTIFY]);
  });

  it('is known per widget: who was seen by one is not owed for at another', async () => {
    const [one, two] = [new Vendor(), new Vendor()];
    const page = await annaIsReady(one);
    await page.go(tag(two, BOB));
    await ready(page);
    expect(callNames(page)).to.deep.equal([IDENTIFY]);
    await page.go(tag(one, BOB));
    await ready(page);
    expect(page.calls).to.deep.equal([
      [CLEAR, one.id],
      [IDENTIFY, said(BOB)],
    ]);
  });

  it('is known per host, where the chat ids are the same', async () => {
    const vendor = new Vendor();
    const page = await annaIsReady(vendor);
    await page.go(withSrc(otherHost(vendor), BOB));
    await ready(page);
    expect(callNames(page)).to.deep.equal([IDENTIFY]);
    await page.go(withSrc(otherHost(vendor), BOB));
    await ready(page);
    expect(callNames(page)).to.deep.equal([IDENTIFY]);
    await page.go(tag(vendor));
    await until(() => page.reasons.length);
    expect(page.reasons).to.deep.equal(['user-changed']);
  });

  for (const person of [BOB, NOBODY]) {
    it(`to ${person.name ?? 'nobody'} is seen though the page wiped its storage as it logged out`, async () => {
      const vendor = new Vendor();
      const page = await annaIsReady(vendor);
      page.window.localStorage.clear();
      page.window.sessionStorage.clear();
      await page.go(tag(vendor, person));
      await until(() => page.reasons.length);
      expect(page.reasons).to.deep.equal(['user-changed']);
    });
  }

  it('is seen though the page took the element out before it wiped its storage', async () => {
    const vendor = new Vendor();
    const page = await annaIsReady(vendor);
    page.widget.remove();
    await settled(page);
    page.window.localStorage.clear();
    await page.go(tag(vendor, BOB));
    await identified(page);
    expect(callNames(page)).to.deep.equal([CLEAR, IDENTIFY]);
  });

  it('is still none where the page wiped its storage and the same person is back', async () => {
    const vendor = new Vendor();
    const page = await annaIsReady(vendor);
    page.window.localStorage.clear();
    await page.go(tag(vendor, ANNA));
    await ready(page);
    expect(callNames(page)).to.deep.equal([IDENTIFY]);
  });
});

describe('what is stored', () => {
  afterEach(closePages);

  const EVA: Person = {
    token: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    email: 'eva.quill@example.com',
    name: 'Eva Quill',
    properties: '{"property_170":"harbour-14"}',
  };

  /** Keeps every text that is ever written, in case it is gone again when the test looks. */
  function recordWrites(): void {
    const page = window as unknown as { written: string[] };
    page.written = [];
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      if (!key.startsWith('useresponse-simulator')) page.written.push(key, value);
      setItem.call(this, key, value);
    };
  }

  async function visit(person: Person): Promise<{ page: Page; written: string[] }> {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, person), { head: inline(recordWrites) });
    await ready(page);
    const { written } = page.window as unknown as { written: string[] };
    return { page, written: [...written, ...stored(page).flat(), page.document.cookie] };
  }

  async function hashes(text: string): Promise<string[]> {
    const bytes = new TextEncoder().encode(text);
    const found: string[] = [btoa(text), encodeURIComponent(text)];
    for (const name of ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512']) {
      const digest = new Uint8Array(await crypto.subtle.digest(name, bytes));
      found.push([...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
      found.push(btoa(String.fromCharCode(...digest)).replace(/=+$/, ''));
    }
    return found;
  }

  it('holds nothing of the person, neither plain nor as a hash', async () => {
    const { written } = await visit(EVA);
    expect(written.join('')).to.not.equal('');
    const all = written.join('\n').toLowerCase();
    const parts = [EVA.token!, EVA.email!, EVA.name!, 'harbour-14', 'eva', 'quill', EVA.token!.slice(0, 8)];
    const pairs = [EVA.token! + EVA.email!, EVA.email! + EVA.token!, `${EVA.token},${EVA.email}`];
    const forbidden = [...parts, ...(await Promise.all([...parts, ...pairs].map(hashes))).flat()];
    for (const text of forbidden) expect(all).to.not.include(text.toLowerCase());
  });

  it('is different on two visits of the same person, so it is no hash that could be looked up', async () => {
    const values: string[] = [];
    for (let i = 0; i < 3; i++) {
      const { page } = await visit(EVA);
      values.push(...stored(page).map(([, value]) => value));
      await closePages();
    }
    expect(values).to.have.length.of.at.least(3);
    const pieces = values.flatMap((value) => value.split(/[^\w]+/)).filter((piece) => piece.length > 3);
    expect(new Set(pieces).size).to.equal(pieces.length);
  });

  it('cannot be used as a token: no piece of it is as long as one', async () => {
    const { written } = await visit(EVA);
    for (const text of written) expect(text).to.not.match(/[\da-f]{32}/i);
  });

  it('is nothing after a log-out', async () => {
    const { page } = await visit(EVA);
    page.dispatch('logout');
    expect(stored(page)).to.deep.equal([]);
    expect(page.document.cookie).to.equal('');
    await page.go('<p>Goodbye</p>');
    expect(stored(page)).to.deep.equal([]);
  });

  it('is nothing for an anonymous visitor', async () => {
    const page = await openPage(tag(new Vendor()));
    await ready(page);
    await settled(page);
    expect(stored(page)).to.deep.equal([]);
  });
});

describe('a storage that fails', () => {
  afterEach(closePages);

  const FAILURES: [string, () => void][] = [
    [
      'is blocked',
      () => {
        const get = (): never => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        };
        Object.defineProperty(window, 'localStorage', { get });
        Object.defineProperty(window, 'sessionStorage', { get });
      },
    ],
    [
      'is missing',
      () => {
        Object.defineProperty(window, 'localStorage', { value: null });
        Object.defineProperty(window, 'sessionStorage', { value: null });
      },
    ],
    [
      'throws in each of its methods',
      () => {
        for (const name of ['getItem', 'setItem', 'removeItem', 'key', 'clear'] as const) {
          Storage.prototype[name] = () => {
            throw new Error('blocked');
          };
        }
      },
    ],
    [
      'is full',
      () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
        };
      },
    ],
  ];
  for (const [name, fail] of FAILURES) {
    it(`because it ${name} stops nothing else`, async () => {
      const vendor = new Vendor();
      const page = await openPage(tag(vendor, ANNA), { head: inline(fail) });
      await identified(page);
      render(page.widget, BOB);
      await identified(page, 2);
      expect(callNames(page)).to.deep.equal([IDENTIFY, CLEAR, IDENTIFY]);
      page.dispatch('logout');
      page.widget.name = 'Bobby';
      await settled(page);
      expect(callNames(page)).to.deep.equal([IDENTIFY, CLEAR, IDENTIFY, CLEAR]);
      page.widget.replaceWith(parsed(page, tag(vendor, BOB)));
      await ready(page);
      await settled(page);
      expect(page.identified).to.have.length(2);
      page.widget.replaceWith(parsed(page, tag(vendor, ANNA)));
      await identified(page, 3);
      page.widget.replaceWith(parsed(page, tag(vendor)));
      await until(() => page.reasons.length === 3);
      expect(page.reasons).to.deep.equal(['user-changed', 'event', 'user-changed']);
      expect(page.codes).to.deep.equal([]);
      expect(page.window.consoleLines.filter((line) => !line.includes('imulator'))).to.deep.equal([]);
    });

    it(`because it ${name} keeps an owed clear in memory`, async () => {
      const vendor = new Vendor();
      await vendor.set({ apiMissing: true });
      const page = await openPage(tag(vendor, ANNA), { head: inline(fail) });
      await until(() => page.window.useresponseSimulator?.booted);
      page.dispatch('logout');
      render(page.widget, BOB);
      bringApi(page);
      await identified(page);
      expect(page.calls).to.deep.equal([
        [CLEAR, vendor.id],
        [IDENTIFY, said(BOB)],
      ]);
    });
  }

  for (const [name, fail] of [
    ['does nothing', () => (Storage.prototype.removeItem = () => {})],
    [
      'throws',
      () => {
        Storage.prototype.removeItem = () => {
          throw new Error('broken');
        };
      },
    ],
  ] as [string, () => void][]) {
    it(`because removing ${name} clears once, and not for ever`, async () => {
      const vendor = new Vendor();
      const page = await openPage(tag(vendor, ANNA), { head: inline(fail) });
      await ready(page);
      page.dispatch('logout');
      render(page.widget, BOB);
      await identified(page, 2);
      expect(callNames(page)).to.deep.equal([IDENTIFY, CLEAR, IDENTIFY]);
      page.dispatch('logout');
      await page.go(tag(vendor, ANNA), { head: inline(fail) });
      await identified(page);
      await settled(page);
      expect(callNames(page).filter((name) => name === CLEAR).length).to.be.at.most(1);
      expect(page.window.consoleLines).to.deep.equal([]);
    });
  }

  it('after the first page was fine does not bring back who logged out', async () => {
    const vendor = new Vendor();
    const page = await annaIsReady(vendor);
    const broken = page.window;
    broken.Storage.prototype.setItem = () => {
      throw new Error('full');
    };
    broken.Storage.prototype.removeItem = () => {
      throw new Error('broken');
    };
    page.dispatch('logout');
    await settled(page);
    expect(callNames(page)).to.deep.equal([IDENTIFY, CLEAR]);
  });
});
