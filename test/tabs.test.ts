import { expect } from '@open-wc/testing';
import { closePages, heard, openPage, type Page, settled, until, Vendor } from './helpers/page.ts';
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
  parsed,
  ready,
  render,
  said,
  stored,
  tag,
} from './helpers/people.ts';

/** Tabs of one visitor, each with the same person on it. */
async function tabs(vendor: Vendor, ...tags: string[]): Promise<Page[]> {
  const pages = [];
  // One after the other, as a visitor opens them; the first is the one that writes.
  for (const html of tags.length ? tags : [tag(vendor, ANNA), tag(vendor, ANNA)]) {
    const page = await openPage(html);
    await ready(page);
    pages.push(page);
  }
  return pages;
}

/** Everything that a tab has told has gone round all the tabs more than once. */
async function quiet(page: Page): Promise<void> {
  for (let times = 0; times < 2; times++) {
    await heard();
    await settled(page);
  }
}

describe('several tabs', () => {
  afterEach(closePages);

  const CLEARS: [string, (page: Page) => unknown, string][] = [
    ['an event', (page) => page.dispatch('logout'), 'event'],
    ['the method', (page) => page.widget.clearChatStorage(), 'method'],
    ['a change to somebody else', (page) => render(page.widget, BOB), 'user-changed'],
    ['a change to nobody', (page) => render(page.widget, NOBODY), 'user-changed'],
    [
      'another element',
      (page) => page.widget.replaceWith(parsed(page, page.widget.outerHTML.replaceAll('aa11', 'aa12'))),
      'user-changed',
    ],
  ];

  for (const [by, clear, reason] of CLEARS) {
    it(`each clear exactly once where one clears by ${by}, and the others spend their user`, async () => {
      const vendor = new Vendor();
      const [one, two, three] = (await tabs(
        vendor,
        ...[ANNA, ANNA, ANNA].map((person) => tag(vendor, person)),
      )) as [Page, Page, Page];
      await clear(one);
      await until(() => two.reasons.length && three.reasons.length && one.reasons.length);
      await quiet(one);
      expect([one, two, three].map(({ reasons }) => reasons)).to.deep.equal([
        [reason],
        ['other-tab'],
        ['other-tab'],
      ]);
      expect(two.cleared).to.deep.equal([vendor.id]);

      two.widget.name = 'Anna B.';
      three.widget.replaceWith(parsed(three, tag(vendor, ANNA)));
      await ready(three);
      await quiet(one);
      expect(callNames(two)).to.deep.equal([IDENTIFY, CLEAR]);
      expect(callNames(three)).to.deep.equal([IDENTIFY, CLEAR]);
      expect(two.widget.status).to.equal('ready');
    });
  }

  it('do not say a user who waited for the vendor over somebody whom another has said meanwhile', async () => {
    const vendor = new Vendor();
    await vendor.set({ apiMissing: true });
    const late = await openPage(tag(vendor, BOB));
    await until(() => late.window.useresponseSimulator?.booted);
    await vendor.heal();
    const [other] = (await tabs(vendor, tag(vendor, ANNA))) as [Page];
    expect(other.identified).to.deep.equal([said(ANNA)]);
    bringApi(late);
    await identified(late);
    expect(callNames(late)).to.deep.equal([CLEAR, IDENTIFY]);
    expect(late.reasons).to.deep.equal(['user-changed']);
  });

  it('leave nothing stored where the site empties a key of its own as it logs out', async () => {
    const vendor = new Vendor();
    const [one, two] = (await tabs(vendor)) as [Page, Page];
    one.window.localStorage.setItem('basket', 'kite');
    one.window.localStorage.removeItem('basket');
    render(one.widget, NOBODY);
    await until(() => two.reasons.length);
    await quiet(two);
    expect(stored(one)).to.deep.equal([]);
  });

  it('send somebody who is rendered where the element was gone while another signed him in', async () => {
    const vendor = new Vendor();
    const [one, two] = (await tabs(vendor)) as [Page, Page];
    one.widget.remove();
    await settled(one);
    render(two.widget, BOB);
    await identified(two, 2);
    // What another tab tells may come late, and would be meant for the element that comes next.
    await heard();
    one.document.body.append(parsed(one, tag(vendor, BOB)));
    await identified(one, 2);
    expect(callNames(one)).to.deep.equal([IDENTIFY, CLEAR, IDENTIFY]);
    expect(one.identified.at(-1)).to.deep.equal(said(BOB));
  });

  it('clear where one goes on to a page of somebody else', async () => {
    const vendor = new Vendor();
    const [one, two] = (await tabs(vendor)) as [Page, Page];
    await one.go(tag(vendor, BOB));
    await ready(one);
    await until(() => two.reasons.length);
    await quiet(one);
    expect(one.reasons).to.deep.equal(['user-changed']);
    expect(two.reasons).to.deep.equal(['other-tab']);
    expect(one.identified).to.deep.equal([said(BOB)]);
    expect(two.identified).to.deep.equal([said(ANNA)]);
  });

  it('follow one after the other to the new person, without a clear between the two', async () => {
    const vendor = new Vendor();
    const [one, two] = (await tabs(vendor)) as [Page, Page];
    await one.go(tag(vendor, BOB));
    await ready(one);
    await until(() => two.reasons.length);
    await two.go(tag(vendor, BOB));
    await ready(two);
    await quiet(one);
    expect(callNames(two)).to.deep.equal([IDENTIFY]);
    expect(callNames(one)).to.deep.equal([CLEAR, IDENTIFY]);
  });

  it('hear nothing of a person who only visits another page, is renamed or loses the element', async () => {
    const vendor = new Vendor();
    const [one, two] = (await tabs(vendor)) as [Page, Page];
    await one.go(tag(vendor, { ...ANNA, name: 'Anna B.' }));
    await ready(one);
    one.widget.remove();
    await quiet(one);
    one.close();
    await quiet(two);
    expect(callNames(two)).to.deep.equal([IDENTIFY]);
  });

  it('hear nothing of a visitor who signs in from anonymous', async () => {
    const vendor = new Vendor();
    const [one, two] = (await tabs(vendor, tag(vendor), tag(vendor))) as [Page, Page];
    await one.go(tag(vendor, ANNA));
    await ready(one);
    await quiet(one);
    expect(two.calls).to.deep.equal([]);
    await two.go(tag(vendor, ANNA));
    await ready(two);
    await quiet(two);
    expect(callNames(one)).to.deep.equal([IDENTIFY]);
    expect(callNames(two)).to.deep.equal([IDENTIFY]);
  });

  it('send their spent user again once he is rendered anew', async () => {
    const vendor = new Vendor();
    const [one, two] = (await tabs(vendor)) as [Page, Page];
    one.dispatch('logout');
    await until(() => two.reasons.length);
    await two.go(tag(vendor, ANNA));
    await ready(two);
    expect(callNames(two)).to.deep.equal([IDENTIFY]);
    await quiet(one);
    expect(callNames(one)).to.deep.equal([IDENTIFY, CLEAR]);
  });

  it('leave nothing stored after a log-out', async () => {
    const vendor = new Vendor();
    const [one, two] = (await tabs(vendor)) as [Page, Page];
    one.dispatch('logout');
    await until(() => two.reasons.length);
    await quiet(one);
    expect(stored(one)).to.deep.equal([]);
    await two.go('<p>Elsewhere</p>');
    expect(stored(one)).to.deep.equal([]);
  });

  it('of which one waits for an interaction: it clears when its API is there, and its user is spent', async () => {
    const vendor = new Vendor();
    const one = await openPage(tag(vendor, ANNA));
    const two = await openPage(tag(vendor, ANNA, 'loading="interaction"'));
    await ready(one);
    await until(() => two.widget.status === 'waiting');
    await quiet(two);
    one.dispatch('logout');
    await quiet(two);
    await two.widget.load();
    await quiet(two);
    expect(callNames(two)).to.deep.equal([CLEAR]);
    expect(two.reasons).to.deep.equal(['other-tab']);
    expect(callNames(one)).to.deep.equal([IDENTIFY, CLEAR]);
  });

  it('of which one has a slow API: it clears when that is there, and passes nothing on', async () => {
    const vendor = new Vendor();
    const one = await openPage(tag(vendor, ANNA));
    await ready(one);
    await vendor.set({ apiMissing: true });
    const two = await openPage(tag(vendor, ANNA));
    await until(() => two.window.useresponseSimulator?.booted);
    one.dispatch('logout');
    await heard();
    bringApi(two);
    await ready(two);
    await quiet(two);
    expect(callNames(two)).to.deep.equal([CLEAR]);
    expect(two.reasons).to.deep.equal(['other-tab']);
    expect(one.reasons).to.deep.equal(['event']);
  });

  it('of which one clears in vain for another: it tells nobody, and the page after it owes nothing more', async () => {
    const vendor = new Vendor();
    const one = await openPage(tag(vendor, ANNA));
    await ready(one);
    await vendor.set({ throwIn: [CLEAR] });
    const two = await openPage(tag(vendor, ANNA));
    await ready(two);
    await vendor.heal();
    const three = await openPage(tag(vendor, ANNA));
    await ready(three);
    one.dispatch('logout');
    await until(() => two.codes.length && three.reasons.length);
    await quiet(two);
    expect(two.codes).to.deep.equal(['api-threw']);
    expect(one.reasons).to.deep.equal(['event']);
    expect(three.reasons).to.deep.equal(['other-tab']);
    render(two.widget, BOB);
    await quiet(two);
    expect(two.identified).to.deep.equal([said(ANNA)]);
  });

  it('pass on a clear that is only owed where it was asked for', async () => {
    const vendor = new Vendor();
    const one = await openPage(tag(vendor, ANNA));
    await ready(one);
    const two = await openPage(tag(vendor, ANNA, 'loading="interaction"'));
    await until(() => two.widget.status === 'waiting');
    two.dispatch('logout');
    await until(() => one.reasons.length);
    expect(one.reasons).to.deep.equal(['other-tab']);
    await two.widget.load();
    await quiet(two);
    expect(callNames(two)).to.deep.equal([CLEAR]);
    expect(callNames(one)).to.deep.equal([IDENTIFY, CLEAR]);
  });

  it('answer a log-out of each with one clear of each', async () => {
    const vendor = new Vendor();
    const [one, two] = (await tabs(vendor)) as [Page, Page];
    one.dispatch('logout');
    await until(() => two.reasons.length);
    two.dispatch('logout');
    await until(() => one.reasons.length === 2);
    await quiet(one);
    expect(one.reasons).to.deep.equal(['event', 'other-tab']);
    expect(two.reasons).to.deep.equal(['other-tab', 'event']);
  });

  it('hear nothing of a clear at pagehide, and keep their user', async () => {
    const vendor = new Vendor();
    const [one, two] = (await tabs(
      vendor,
      tag(vendor, ANNA, 'clear-on="pagehide logout"'),
      tag(vendor, ANNA),
    )) as [Page, Page];
    const { calls } = one.window.useresponseSimulator!;
    await one.go('<p>Elsewhere</p>');
    expect(calls.map(({ name }) => name)).to.deep.equal([IDENTIFY, CLEAR]);
    await quiet(two);
    expect(callNames(two)).to.deep.equal([IDENTIFY]);
    two.widget.name = 'Anna B.';
    await identified(two, 2);
    expect(callNames(two)).to.deep.equal([IDENTIFY, IDENTIFY]);
  });

  it('still know after a clear at pagehide in one who the other has said', async () => {
    const vendor = new Vendor();
    const [one, two] = (await tabs(vendor, tag(vendor, ANNA, 'clear-on="pagehide"'), tag(vendor, ANNA))) as [
      Page,
      Page,
    ];
    await one.go('<p>Elsewhere</p>');
    await quiet(two);
    await two.go(tag(vendor, BOB));
    await ready(two);
    expect(callNames(two)).to.deep.equal([CLEAR, IDENTIFY]);
  });

  it('hear nothing of a widget that is cleared before the consent of this tab, until it is given', async () => {
    const vendor = new Vendor();
    const one = await openPage(tag(vendor, ANNA));
    await ready(one);
    const two = await openPage(tag(vendor, ANNA, 'load-on="consent"'));
    await until(() => two.widget.status === 'waiting');
    one.dispatch('logout');
    await quiet(two);
    two.dispatch('consent');
    await ready(two);
    await quiet(two);
    expect(two.identified).to.deep.equal([]);
    expect(one.reasons).to.deep.equal(['event']);
  });

  it('keep the rest working where storage is blocked in one', async () => {
    const vendor = new Vendor();
    const one = await openPage(tag(vendor, ANNA), {
      head: inline(() =>
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new Error('blocked');
          },
        }),
      ),
    });
    const two = await openPage(tag(vendor, ANNA));
    await ready(one, two);
    two.dispatch('logout');
    one.dispatch('logout');
    await quiet(one);
    expect(one.cleared.length).to.be.at.least(1);
    expect(two.cleared).to.deep.equal([vendor.id]);
    expect(one.identified).to.have.length(1);
  });

  it('do not take a wiped storage for a log-out', async () => {
    const vendor = new Vendor();
    const [one, two] = (await tabs(vendor)) as [Page, Page];
    one.window.localStorage.clear();
    await quiet(one);
    expect(callNames(two)).to.deep.equal([IDENTIFY]);
    expect(callNames(one)).to.deep.equal([IDENTIFY]);
    await two.go(tag(vendor, BOB));
    await ready(two);
    expect(callNames(two)).to.deep.equal([CLEAR, IDENTIFY]);
  });
});

describe('what one tab knows', () => {
  afterEach(closePages);

  it('of an owed clear is not lost where another empties the storage', async () => {
    const vendor = new Vendor();
    const one = await openPage(tag(vendor, ANNA));
    await ready(one);
    await vendor.set({ apiMissing: true });
    await one.go(tag(vendor, ANNA));
    one.dispatch('logout');
    const two = await openPage('');
    two.window.localStorage.clear();
    await quiet(one);
    await vendor.set({});
    await one.go(tag(vendor, BOB));
    await identified(one);
    expect(callNames(one)).to.deep.equal([CLEAR, IDENTIFY]);
  });

  it('of a person is not lost where another empties the storage before the vendor was here', async () => {
    const vendor = new Vendor();
    const one = await openPage(tag(vendor, ANNA));
    await ready(one);
    await one.go(tag(vendor, ANNA, 'loading="interaction"'));
    await settled(one);
    const two = await openPage('');
    two.window.localStorage.clear();
    await quiet(one);
    await one.go(tag(vendor));
    await until(() => one.reasons.length);
    expect(one.reasons).to.deep.equal(['user-changed']);
  });

  it('of a person holds where the other identified him first: both clear when he is gone', async () => {
    const vendor = new Vendor();
    const one = await openPage(tag(vendor, ANNA, 'loading="interaction"'));
    const two = await openPage(tag(vendor, ANNA));
    await ready(two);
    await quiet(one);
    render(one.widget, NOBODY);
    await until(() => two.reasons.length);
    expect(two.reasons).to.deep.equal(['other-tab']);
    await one.widget.load();
    expect(one.reasons).to.have.length(1);
    expect(one.identified).to.deep.equal([]);
  });

  it('of a person holds where the other wrote him anew after the storage was emptied', async () => {
    const vendor = new Vendor();
    const one = await openPage(tag(vendor, ANNA));
    await ready(one);
    one.window.localStorage.clear();
    const two = await openPage(tag(vendor, ANNA));
    await ready(two);
    await quiet(one);
    render(one.widget, NOBODY);
    await until(() => one.reasons.length && two.reasons.length);
    expect([one.reasons, two.reasons]).to.deep.equal([['user-changed'], ['other-tab']]);
  });

  it('of its own person holds beside a debt that another left behind', async () => {
    const vendor = new Vendor();
    const [one, two] = (await tabs(
      vendor,
      tag(vendor, ANNA, 'clear-on="logout pagehide"'),
      tag(vendor, ANNA),
    )) as [Page, Page];
    delete (one.window.UR as Partial<typeof one.window.UR>).clearChatStorage;
    await one.go('');
    await quiet(two);
    expect(two.reasons).to.deep.equal([]);
    render(two.widget, NOBODY);
    await until(() => two.reasons.length);
    expect(callNames(two)).to.deep.equal([IDENTIFY, CLEAR]);
  });
});

describe('garbage in the storage', () => {
  afterEach(closePages);

  const GARBAGE = [
    '',
    ' ',
    '!',
    '!!',
    '~',
    '.',
    '..',
    '.~',
    'a.b~c',
    'null',
    'undefined',
    '{}',
    '[]',
    '{"owed":true}',
    '{"__proto__":{"x":1}}',
    '[null,null]',
    '0',
    '-1',
    'NaN',
    '\u0000',
    '\ud800',
    '💥',
    '$&$1',
    '<script>',
    'a'.repeat(10_000),
    '.'.repeat(1_000),
    `${'9'.repeat(400)}.${'z'.repeat(40)}`,
  ];

  /** The keys that the element uses, learnt from a tab at work. */
  let keys: string[] = [];
  let known: Vendor;

  before(async () => {
    known = new Vendor();
    keys = await keysOf(known);
    expect(keys.filter((key) => key.includes(known.id))).to.have.length(1);
  });

  async function keysOf(vendor: Vendor): Promise<string[]> {
    const found = new Set<string>();
    const note = ({ key }: StorageEvent): void => {
      if (key && !/^(useresponse-simulator|last word)/.test(key)) found.add(key);
    };
    addEventListener('storage', note);
    const page = await openPage(tag(vendor, ANNA));
    await ready(page);
    for (const [key] of stored(page)) found.add(key);
    page.dispatch('logout');
    await quiet(page);
    removeEventListener('storage', note);
    await closePages();
    return [...found];
  }

  it('written by another tab throws nowhere, and the page still works', async () => {
    const vendor = known;
    const page = await openPage(tag(vendor, ANNA));
    await ready(page);
    // The test's own window is the other tab.
    for (const value of GARBAGE) {
      for (const key of keys) localStorage.setItem(key, value);
    }
    for (const key of keys) localStorage.removeItem(key);
    await heard();
    expect(page.identified).to.deep.equal([said(ANNA)]);
    render(page.widget, BOB);
    await until(() => page.identified.some((user) => JSON.stringify(user) === JSON.stringify(said(BOB))));
    expect(callNames(page).slice(-2)).to.deep.equal([CLEAR, IDENTIFY]);
    page.dispatch('logout');
    expect(page.reasons.at(-1)).to.equal('event');
    expect(page.window.consoleLines).to.deep.equal([]);
  });

  // Those that look most like something; a page for each of them all would take long.
  for (const value of ['', '!', '~', '.~', 'a.b~c', 'null', '{"owed":true}', '\ud800', '.'.repeat(1_000)]) {
    it(`found by a new page throws nowhere, and the page still works: ${JSON.stringify(value.slice(0, 20))}`, async () => {
      const vendor = new Vendor();
      // The page itself hears nothing of it, since it has not come from another tab.
      const own = keys.map((key) => key.replace(known.id, vendor.id));
      const page = await openPage(tag(vendor, ANNA), {
        head: `<script>for (const key of ${JSON.stringify(own)}) localStorage.setItem(key, ${JSON.stringify(value)})</script>`,
      });
      await identified(page);
      expect(page.window.consoleLines).to.deep.equal([]);
      expect(callNames(page).at(-1)).to.equal(IDENTIFY);
      page.dispatch('logout');
      expect(page.cleared.at(-1)).to.equal(vendor.id);
    });
  }

  it('in events that no storage ever sent throws nowhere', async () => {
    const vendor = known;
    const page = await openPage(tag(vendor, ANNA));
    await ready(page);
    for (const key of [...keys, null, '', 'other']) {
      for (const newValue of [null, '', 'x']) {
        if (key && newValue) continue;
        page.window.dispatchEvent(new page.window.StorageEvent('storage', { key, newValue }));
      }
    }
    page.window.dispatchEvent(new page.window.Event('storage'));
    await settled(page);
    expect(page.window.consoleLines).to.deep.equal([]);
    expect(callNames(page)).to.deep.equal([IDENTIFY]);
  });
});
