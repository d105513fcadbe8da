import { expect } from '@open-wc/testing';
import {
  closePages,
  Gate,
  heard,
  openPage,
  type Page,
  type PageWindow,
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
  parsed,
  type Person,
  ready,
  render,
  said,
  stored,
  tag,
} from './helpers/people.ts';
import type { Faults } from '../demo/simulator/types.ts';
import type { UseresponseWidget } from '../src/element.ts';

/** The tag with a script that does not come before the gate is opened. */
const gatedTag = (gate: Gate, vendor: Vendor, person: Person): string =>
  tag({ src: gate.srcOf(vendor) }, person);

const widgets = (page: Page): UseresponseWidget[] => [
  ...page.document.querySelectorAll('useresponse-widget'),
];

/** As long as the element leaves a page in transition alone, and a little. */
const DUPLICATE = 1_300;

describe('the life of an element', () => {
  afterEach(closePages);

  /** Counts what is left on the window, the document, every element and the clock. */
  function countLeftovers(): void {
    const page = window as unknown as { leftovers: () => Record<string, number> };
    const listeners = new Map<string, number>();
    const timers = new Set<number>();
    const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
    const name = (target: EventTarget): string =>
      target === window ? 'window' : target === document ? 'document' : target.constructor.name;
    const known = new WeakMap<EventTarget, Map<string, Set<unknown>>>();

    EventTarget.prototype.addEventListener = function (type, listener, options) {
      const target = this ?? window;
      const capture = typeof options === 'object' ? Boolean(options?.capture) : Boolean(options);
      const signal = typeof options === 'object' ? options?.signal : undefined;
      const slot = `${type} ${capture}`;
      const slots = known.get(target) ?? new Map<string, Set<unknown>>();
      known.set(target, slots);
      const present = slots.get(slot) ?? new Set();
      slots.set(slot, present);
      add.call(target, type, listener, options);
      if (present.has(listener) || signal?.aborted) return;
      present.add(listener);
      const key = `${name(target)} ${type}`;
      listeners.set(key, (listeners.get(key) ?? 0) + 1);
      const drop = (): void => {
        if (present.delete(listener)) listeners.set(key, listeners.get(key)! - 1);
      };
      if (signal) add.call(signal, 'abort', drop, { once: true });
      if (typeof options === 'object' && options?.once) add.call(target, type, drop, { once: true, capture });
    };
    EventTarget.prototype.removeEventListener = function (type, listener, options) {
      const target = this ?? window;
      const capture = typeof options === 'object' ? Boolean(options?.capture) : Boolean(options);
      remove.call(target, type, listener, options);
      if (known.get(target)?.get(`${type} ${capture}`)?.delete(listener)) {
        const key = `${name(target)} ${type}`;
        listeners.set(key, listeners.get(key)! - 1);
      }
    };
    const { setTimeout: start, clearTimeout: stop } = window;
    window.setTimeout = ((handler: () => void, ...rest: []) => {
      const id = start(
        () => {
          timers.delete(id);
          handler();
        },
        ...rest,
      );
      timers.add(id);
      return id;
    }) as typeof setTimeout;
    window.clearTimeout = ((id: number) => {
      timers.delete(id);
      stop(id);
    }) as typeof clearTimeout;
    page.leftovers = () => ({ ...Object.fromEntries(listeners), timers: timers.size });
  }

  const leftovers = (page: Page): Record<string, number> =>
    (page.window as unknown as { leftovers(): Record<string, number> }).leftovers();

  it('leaves nothing behind after a thousand re-attachments', async () => {
    const page = await openPage(`${tag(new Vendor(), ANNA)}<div></div>`, { head: inline(countLeftovers) });
    await ready(page);
    await settled(page, DUPLICATE);
    const before = leftovers(page);
    const { widget } = page;
    const [from, to] = [page.document.body, page.document.querySelector('div')!];
    for (let i = 0; i < 500; i++) {
      to.append(widget);
      widget.remove();
      from.append(widget);
      if (i % 50 === 0) await settled(page, 0);
    }
    await settled(page, DUPLICATE);
    expect(leftovers(page)).to.deep.equal(before);
    expect(callNames(page)).to.deep.equal([IDENTIFY]);
    page.dispatch('logout');
    expect(page.cleared).to.have.length(1);
  });

  it('leaves nothing behind after hundreds of elements, but what the next one uses', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, ANNA), { head: inline(countLeftovers) });
    await ready(page);
    await settled(page, DUPLICATE);
    const before = leftovers(page);
    for (let i = 0; i < 200; i++) {
      page.widget.replaceWith(parsed(page, tag(vendor, ANNA)));
      if (i % 20 === 0) await settled(page, 0);
    }
    await ready(page);
    await settled(page, DUPLICATE);
    const after = leftovers(page);
    const added = Object.keys(after).filter(
      // What an element and its slot listen to goes with them.
      (key) => /^(window|document|timers|HTMLBody)/.test(key) && after[key] !== before[key],
    );
    expect(added).to.deep.equal([]);
    expect(callNames(page)).to.deep.equal([IDENTIFY]);
    expect(await vendor.requests()).to.equal(1);
  });

  it('leaves no timer and no listener once it is gone', async () => {
    const page = await openPage('', { head: inline(countLeftovers) });
    const empty = leftovers(page);
    page.document.body.append(parsed(page, tag(new Vendor(), ANNA)));
    await ready(page);
    page.widget.remove();
    await settled(page, DUPLICATE);
    const after = leftovers(page);
    for (const key of Object.keys(after).filter((name) => /^(window|document|timers)/.test(name))) {
      // The vendor's own script stays in the page.
      if (/pagehide|pageshow/.test(key)) expect(after[key], key).to.be.at.most(1);
      else expect(after[key], key).to.equal(empty[key] ?? 0);
    }
  });

  it('does nothing when it is connected and removed at once', async () => {
    const vendor = new Vendor();
    const page = await openPage('');
    const element = parsed(page, tag(vendor, ANNA));
    page.document.body.append(element);
    element.remove();
    await settled(page);
    expect(await vendor.requests()).to.equal(0);
    expect(page.events).to.deep.equal([]);
    expect(stored(page)).to.deep.equal([]);
  });

  it('does nothing while it is not connected', async () => {
    const vendor = new Vendor();
    const page = await openPage('');
    const element = parsed(page, tag(vendor, ANNA)) as UseresponseWidget;
    element.name = 'Else';
    element.cloneNode(true);
    await settled(page);
    expect(element.status).to.equal('waiting');
    expect(await vendor.requests()).to.equal(0);
    expect(page.events).to.deep.equal([]);
  });

  it('is moved within the page without a trace', async () => {
    const vendor = new Vendor();
    const page = await openPage(`${tag(vendor, ANNA)}<div></div>`);
    await ready(page);
    const happened = page.events.length;
    page.document.querySelector('div')!.append(page.widget);
    await settled(page);
    expect(page.widget.status).to.equal('ready');
    expect(page.events).to.have.length(happened);
    expect(callNames(page)).to.deep.equal([IDENTIFY]);
    expect(await vendor.requests()).to.equal(1);
  });

  it('is moved by moveBefore without a trace, where there is such a thing', async function () {
    const page = await openPage(`${tag(new Vendor(), ANNA)}<div></div>`);
    await ready(page);
    const target = page.document.querySelector('div')! as Node & { moveBefore?: Node['insertBefore'] };
    if (!target.moveBefore) return this.skip();
    const happened = page.events.length;
    target.moveBefore(page.widget, null);
    await settled(page);
    expect(page.widget.status).to.equal('ready');
    expect(page.events).to.have.length(happened);
    page.dispatch('logout');
    expect(page.cleared).to.have.length(1);
  });

  it('is moved while it loads, and loads once', async () => {
    const vendor = new Vendor();
    await vendor.set({ delay: 200, apiDelay: 200 });
    const page = await openPage('<div></div>');
    const [body, div] = [page.document.body, page.document.querySelector('div')!];
    body.append(parsed(page, tag(vendor, ANNA)));
    for (let i = 0; page.widget.status !== 'ready'; i++) {
      (i % 2 ? body : div).append(page.widget);
      await settled(page, 20);
    }
    await settled(page);
    expect(callNames(page)).to.deep.equal([IDENTIFY]);
    expect(await vendor.requests()).to.equal(1);
    expect(page.codes).to.deep.equal([]);
  });

  it('hears the log-out where it has been moved to', async () => {
    const page = await openPage(`${tag(new Vendor(), ANNA)}<div></div>`);
    await ready(page);
    const root = page.document.querySelector('div')!.attachShadow({ mode: 'open' });
    const { widget } = page;
    root.append(widget);
    await settled(page, 50);
    root.dispatchEvent(new page.window.Event('logout'));
    expect(page.cleared).to.have.length(1);
    page.document.body.append(widget);
    await settled(page, 50);
    root.dispatchEvent(new page.window.Event('logout'));
    expect(page.cleared).to.have.length(1);
  });
});

describe('an element that replaces another', () => {
  afterEach(closePages);

  const SWAPS: [string, (old: Element, fresh: Element) => void][] = [
    ['the new one connected first, as htmx and Barba do', (old, fresh) => (old.before(fresh), old.remove())],
    ['the old one removed first, as Turbo does', (old, fresh) => old.replaceWith(fresh)],
  ];
  const FILLS: Record<string, (fresh: Element, vendor: Vendor) => void> = {
    attributes: (fresh, { src }) => {
      fresh.setAttribute('src', src);
      render(fresh, ANNA);
    },
    properties: (fresh, { src }) => void Object.assign(fresh, { src, ...ANNA }),
  };
  for (const [order, swap] of SWAPS) {
    it(`is no second visit for the same person: ${order}`, async () => {
      const vendor = new Vendor();
      const page = await openPage(tag(vendor, ANNA));
      await ready(page);
      for (let i = 0; i < 3; i++) {
        swap(page.widget, parsed(page, tag(vendor, ANNA)));
        await ready(page);
        await settled(page, 50);
      }
      expect(callNames(page)).to.deep.equal([IDENTIFY]);
      expect(await vendor.requests()).to.equal(1);
      expect(page.codes).to.deep.equal([]);
      page.dispatch('logout');
      expect(page.cleared).to.have.length(1);
    });

    for (const [way, fill] of Object.entries(FILLS))
      it(`is no log-out where ${way} only follow in the same task: ${order}`, async () => {
        const vendor = new Vendor();
        const other = await openPage(tag(vendor, ANNA));
        await ready(other);
        // The vendor is not there, whose coming would be no change of person either.
        const page = await openPage(tag(vendor, ANNA, 'loading="interaction"'));
        await settled(page);
        const fresh = page.document.createElement('useresponse-widget');
        swap(page.widget, fresh);
        fill(fresh, vendor);
        await identified(page);
        await heard();
        expect(callNames(page)).to.deep.equal([IDENTIFY]);
        expect(callNames(other)).to.deep.equal([IDENTIFY]);
        other.widget.name = 'Anna B.';
        await identified(other, 2);
      });

    it(`brings another person: ${order}`, async () => {
      const vendor = new Vendor();
      const page = await openPage(tag(vendor, ANNA));
      await ready(page);
      swap(page.widget, parsed(page, tag(vendor, BOB)));
      await identified(page, 2);
      await settled(page, DUPLICATE);
      expect(page.calls.slice(1)).to.deep.equal([
        [CLEAR, vendor.id],
        [IDENTIFY, said(BOB)],
      ]);
      expect(page.codes).to.deep.equal([]);
    });

    it(`takes over while the vendor is on its way: ${order}`, async () => {
      const vendor = new Vendor();
      const gate = new Gate();
      const page = await openPage(gatedTag(gate, vendor, ANNA));
      await until(() => page.widget.status === 'loading');
      swap(page.widget, parsed(page, gatedTag(gate, vendor, BOB)));
      await settled(page);
      await gate.open();
      await ready(page);
      await settled(page);
      expect(page.identified).to.deep.equal([said(BOB)]);
      expect(await vendor.requests()).to.equal(1);
    });
  }

  it('spends its own user where it is told of a log-out at that moment', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, ANNA));
    await identified(page);
    const next = parsed(page, tag(vendor, BOB)) as UseresponseWidget;
    page.widget.before(next);
    next.nextElementSibling?.remove();
    void next.clearChatStorage();
    await settled(page);
    await ready(page);
    expect(page.identified).to.deep.equal([said(ANNA)]);
    expect(page.cleared).to.have.length(1);
  });

  it('is a clone that a cache brings back with its children', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, ANNA));
    await ready(page);
    const snapshot = page.widget.cloneNode(true) as UseresponseWidget;
    page.widget.replaceWith(page.document.createElement('p'));
    await settled(page);
    page.document.querySelector('p')!.replaceWith(snapshot);
    await ready(page);
    await settled(page);
    expect(widgets(page)).to.have.length(1);
    expect(page.widget.querySelectorAll('a')).to.have.length(1);
    expect(callNames(page)).to.deep.equal([IDENTIFY]);
  });

  it('is an old snapshot of a person who has logged out: he is not said again', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, ANNA));
    await ready(page);
    const snapshot = page.widget.cloneNode(true) as UseresponseWidget;
    page.dispatch('logout');
    page.widget.replaceWith(snapshot);
    await ready(page);
    await settled(page);
    expect(callNames(page)).to.deep.equal([IDENTIFY, CLEAR]);
  });

  it('puts nothing of its own into the page that a snapshot or a morph could lose', async () => {
    const vendor = new Vendor();
    const html = tag(vendor, ANNA);
    const page = await openPage(html);
    const pristine = parsed(page, html).outerHTML;
    await ready(page);
    expect(page.widget.outerHTML).to.equal(pristine);
  });
});

describe('ways into a page', () => {
  afterEach(closePages);

  it('is upgraded late, with the properties that were set before', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor), { script: ' ' });
    Object.assign(page.widget, { token: ANNA.token, email: ANNA.email, name: ANNA.name, chatId: vendor.id });
    const script = page.document.createElement('script');
    script.type = 'module';
    script.src = '/src/index.ts';
    page.document.head.append(script);
    await identified(page);
    expect(page.identified).to.deep.equal([said(ANNA)]);
  });

  it('has the properties that were set before from its upgrade on', async () => {
    const vendor = new Vendor();
    const values = { src: vendor.src, ...ANNA };
    const page = await openPage(
      `<useresponse-widget></useresponse-widget>${inline((set: object) => {
        Object.assign(document.querySelector('useresponse-widget')!, set);
        void customElements.whenDefined('useresponse-widget').then(() => {
          document.dispatchEvent(new Event('logout'));
        });
      }, values)}`,
    );
    await ready(page);
    expect(page.identified).to.deep.equal([]);
  });

  it('waits from its upgrade on for a consent that was set before', async () => {
    const vendor = new Vendor();
    const values = { src: vendor.src, ...ANNA, loadOn: 'consent' };
    const page = await openPage(
      `<useresponse-widget></useresponse-widget>${inline((set: object) => {
        Object.assign(document.querySelector('useresponse-widget')!, set);
        void customElements.whenDefined('useresponse-widget').then(() => {
          document.dispatchEvent(new Event('logout'));
          (window as unknown as { stored: number }).stored = localStorage.length;
          document.dispatchEvent(new Event('consent'));
        });
      }, values)}`,
    );
    await ready(page);
    expect(page.window).to.have.property('stored', 0);
    expect(page.identified).to.deep.equal([]);
  });

  it('is made by createElement, and set up before or after it is connected', async () => {
    for (const connectFirst of [true, false]) {
      const vendor = new Vendor();
      const page = await openPage('');
      const element = page.document.createElement('useresponse-widget');
      if (connectFirst) page.document.body.append(element);
      Object.assign(element, { src: vendor.src, token: ANNA.token, email: ANNA.email, name: ANNA.name });
      if (!connectFirst) page.document.body.append(element);
      await identified(page);
      expect(page.identified).to.deep.equal([said(ANNA)]);
      expect(page.codes).to.deep.equal([]);
      await closePages();
    }
  });

  it('is made by innerHTML', async () => {
    const page = await openPage('<main></main>');
    page.document.querySelector('main')!.innerHTML = tag(new Vendor(), ANNA);
    await identified(page);
  });

  it('is made by document.write while the page is parsed', async () => {
    const html = JSON.stringify(tag(new Vendor(), ANNA)).replaceAll('</', '<\\/');
    const page = await openPage(`<script>document.write(${html})</script><p>After</p>`);
    await identified(page);
    expect(page.identified).to.deep.equal([said(ANNA)]);
  });

  it('is in the head of a sloppy page', async () => {
    const page = await openPage('', { head: tag(new Vendor(), ANNA) });
    await identified(page);
  });

  for (const mode of ['open', 'closed'] as const) {
    it(`is in a shadow root that is ${mode}, and its events come out`, async () => {
      const page = await openPage('<div></div>');
      const root = page.document.querySelector('div')!.attachShadow({ mode });
      root.innerHTML = tag(new Vendor(), ANNA);
      await until(() => page.eventsOf('ready').length);
      expect(page.identified).to.deep.equal([said(ANNA)]);
      expect(page.events.map(([type]) => type)).to.deep.equal(['useresponse-identify', 'useresponse-ready']);
    });
  }
});

describe('several elements', () => {
  afterEach(closePages);

  it('act as one: the first acts, the others mirror it, and are reported after a second', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, ANNA) + tag(vendor, BOB) + tag(new Vendor(), BOB), {
      head: STILL,
    });
    await ready(page);
    expect(widgets(page).map(({ status }) => status)).to.deep.equal(['ready', 'ready', 'ready']);
    expect(widgets(page).every((widget) => widget.matches(':state(ready)'))).to.equal(true);
    expect(page.identified).to.deep.equal([said(ANNA)]);
    pass(page, 999);
    await settled(page);
    expect(page.codes).to.deep.equal([]);
    const reported: EventTarget[] = [];
    page.document.addEventListener('useresponse-error', ({ target }) => reported.push(target!));
    pass(page, 1);
    await until(() => page.codes.length === 2);
    expect(page.codes).to.deep.equal(['duplicate', 'duplicate']);
    expect(reported).to.deep.equal(widgets(page).slice(1));
    pass(page, 5_000);
    await settled(page);
    expect(page.codes).to.have.length(2);
  });

  it('mirror every step, an error too', async () => {
    const vendor = new Vendor();
    await vendor.set({ status: 500 });
    const gate = new Gate();
    const html = gatedTag(gate, vendor, ANNA);
    const page = await openPage(html + html, { head: STILL });
    const seen = new Set<string>();
    const see = (pair: string) => () => {
      seen.add(
        widgets(page)
          .map(({ status }) => status)
          .join(),
      );
      return seen.has(pair);
    };
    await until(see('loading,loading'));
    await gate.open();
    await until(see('error,error'));
    await vendor.heal();
    // Until the first retry.
    pass(page, 1_000);
    await until(see('ready,ready'));
    expect([...seen].filter((pair) => pair !== 'waiting,waiting')).to.deep.equal([
      'loading,loading',
      'error,error',
      'ready,ready',
    ]);
  });

  it('are no mistake where the second is gone within a second', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, ANNA) + tag(vendor, ANNA), { head: STILL });
    await ready(page);
    pass(page, 999);
    widgets(page)[1]!.remove();
    await settled(page);
    pass(page, 5_000);
    await settled(page);
    expect(page.codes).to.deep.equal([]);
  });

  it('are reported a second after the second came for good, and once', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, ANNA) + tag(vendor, ANNA), { head: STILL });
    const second = widgets(page)[1]!;
    pass(page, 600);
    second.remove();
    await settled(page, 50);
    page.document.body.append(second);
    pass(page, 999);
    await settled(page);
    expect(page.codes).to.deep.equal([]);
    pass(page, 1);
    await until(() => page.codes.length);
    pass(page, 5_000);
    await settled(page);
    expect(page.codes).to.deep.equal(['duplicate']);
  });

  it('are no mistake where the first is gone within a second: the next one takes over', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, ANNA) + tag(vendor, BOB), { head: STILL });
    await identified(page);
    pass(page, 999);
    widgets(page)[0]!.remove();
    await identified(page, 2);
    pass(page, 5_000);
    await settled(page);
    expect(callNames(page)).to.deep.equal([IDENTIFY, CLEAR, IDENTIFY]);
    expect(page.codes).to.deep.equal([]);
  });

  it('take over one after the other, in the order in which they were connected', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, ANNA));
    await identified(page);
    const [second, third] = [BOB, { ...ANNA, token: 'aa12' }].map((person) =>
      parsed(page, tag(vendor, person)),
    );
    page.document.body.append(second!);
    page.document.body.prepend(third!);
    const first = widgets(page).find(({ token }) => token === ANNA.token)!;
    first.remove();
    await identified(page, 2);
    expect(page.identified[1]).to.deep.equal(said(BOB));
    second!.remove();
    await identified(page, 3);
    expect(page.reasons).to.deep.equal(['user-changed', 'user-changed']);
  });

  it('know of the consent when their turn comes, whoever acted when it was given', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, ANNA) + tag(vendor, BOB, 'load-on="consent"'));
    await ready(page);
    page.dispatch('consent');
    widgets(page)[0]!.remove();
    await identified(page, 2);
    expect(page.identified[1]).to.deep.equal(said(BOB));
  });

  it('hear the log-out on whichever it is dispatched, and clear once', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, ANNA) + tag(vendor, ANNA));
    await ready(page);
    page.dispatch('logout', widgets(page)[1]);
    expect(page.cleared).to.deep.equal([vendor.id]);
    await widgets(page)[1]!.clearChatStorage();
    expect(page.reasons).to.deep.equal(['event', 'method']);
  });

  it('do not act on what changes in a second one', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, ANNA) + tag(vendor, ANNA));
    await ready(page);
    render(widgets(page)[1]!, BOB);
    await settled(page);
    expect(callNames(page)).to.deep.equal([IDENTIFY]);
  });
});

describe('removing an element', () => {
  afterEach(closePages);

  it('while the script is on its way says nothing, and the next one uses what has come', async () => {
    const vendor = new Vendor();
    const gate = new Gate();
    const page = await openPage(gatedTag(gate, vendor, ANNA));
    await until(() => page.widget.status === 'loading');
    page.widget.remove();
    await gate.open();
    await until(() => page.window.useresponseSimulator?.booted);
    await settled(page);
    expect(page.calls).to.deep.equal([]);
    page.document.body.append(parsed(page, gatedTag(gate, vendor, ANNA)));
    await identified(page);
    expect(await vendor.requests()).to.equal(1);
  });

  it('while the API is on its way says nothing', async () => {
    const vendor = new Vendor();
    await vendor.set({ apiMissing: true });
    const page = await openPage(tag(vendor, ANNA));
    await until(() => page.window.useresponseSimulator?.booted);
    const { widget } = page;
    widget.remove();
    bringApi(page);
    await settled(page);
    expect(page.calls).to.deep.equal([]);
    expect(page.events).to.deep.equal([]);
    expect(widget.status).to.equal('waiting');
  });

  it('while it waits for an interaction or the consent loads nothing', async () => {
    for (const attribute of ['loading="interaction"', 'load-on="consent"']) {
      const vendor = new Vendor();
      const page = await openPage(tag(vendor, ANNA, attribute));
      await until(() => page.widget.status === 'waiting');
      page.widget.remove();
      await settled(page, 50);
      page.dispatch('consent');
      page.dispatch('keydown');
      await settled(page);
      expect(await vendor.requests()).to.equal(0);
      await closePages();
    }
  });

  it('after an error ends the retries', async () => {
    const vendor = new Vendor();
    await vendor.set({ status: 500 });
    const page = await openPage(tag(vendor, ANNA), { head: STILL });
    await until(() => page.widget.status === 'error');
    page.widget.remove();
    // Firefox asks again itself for what a preload could not bring.
    const requests = await vendor.requests();
    await settled(page);
    for (const seconds of [1, 5, 25]) pass(page, seconds * 1_000);
    await settled(page);
    expect(await vendor.requests()).to.equal(requests);
  });

  it('with a clear owed does not lose it', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, ANNA, 'loading="interaction"'));
    await until(() => page.widget.status === 'waiting');
    page.dispatch('logout');
    page.widget.remove();
    await settled(page);
    page.document.body.append(parsed(page, tag(vendor, BOB)));
    await identified(page);
    expect(callNames(page)).to.deep.equal([CLEAR, IDENTIFY]);
  });

  it('when ready leaves it waiting, and ready again when it is back', async () => {
    const page = await openPage(tag(new Vendor(), ANNA));
    await ready(page);
    const { widget } = page;
    widget.remove();
    await settled(page);
    page.document.body.append(widget);
    await ready(page);
    expect(callNames(page)).to.deep.equal([IDENTIFY]);
  });
});

describe('load()', () => {
  afterEach(closePages);

  it('fulfils at ready, whatever loading says', async () => {
    const page = await openPage(tag(new Vendor(), ANNA, 'loading="interaction"'));
    expect(await page.widget.load()).to.equal(undefined);
    expect(page.widget.status).to.equal('ready');
    expect(page.identified).to.deep.equal([said(ANNA)]);
  });

  it('fulfils at once when it is ready, and says nothing twice', async () => {
    const page = await openPage(tag(new Vendor(), ANNA));
    await ready(page);
    await page.widget.load();
    await Promise.all([page.widget.load(), page.widget.load()]);
    expect(callNames(page)).to.deep.equal([IDENTIFY]);
    expect(page.eventsOf('ready')).to.have.length(1);
  });

  for (const [fault, code] of [
    [{ status: 500 }, 'script-failed'],
    [{ hang: true }, 'script-timeout'],
    [{ apiMissing: true }, 'api-missing'],
    [{ throwIn: ['userConfig'] }, 'api-threw'],
  ] as [Faults, string][]) {
    it(`rejects with an Error that carries ${code}`, async () => {
      const vendor = new Vendor();
      await vendor.set(fault);
      const page = await openPage(tag(vendor, ANNA, 'loading="interaction"'), { head: STILL });
      const loading = page.widget.load().then(
        () => expect.fail('It fulfilled.'),
        (reason: Error & { code: string }) => reason,
      );
      if (fault.hang) await until(() => page.widget.status === 'loading');
      else await until(() => page.widget.status === 'error' || page.window.useresponseSimulator?.booted);
      pass(page, 15_000);
      const error = await loading;
      expect(error).to.be.instanceOf(page.window.Error);
      expect(error.code).to.equal(code);
      expect(error.message).to.not.equal('');
      expect(error.message).to.equal((page.eventsOf('error')[0] as Error).message);
    });
  }

  it('rejects with bad-src where there is nothing to load', async () => {
    const page = await openPage('<useresponse-widget src="ftp://x"></useresponse-widget>');
    const error = await page.widget.load().catch((reason: { code: string }) => reason);
    expect(error).to.include({ code: 'bad-src' });
  });

  it('that nobody waits for leaves no unhandled rejection', async () => {
    const vendor = new Vendor();
    await vendor.set({ status: 500 });
    const page = await openPage(tag(vendor, ANNA, 'loading="interaction"'));
    void page.widget.load();
    await until(() => page.codes.length);
    await settled(page);
    expect(page.window.consoleLines.filter((line) => line.startsWith('unhandled'))).to.deep.equal([]);
  });

  it('is pending before the consent, and loads with it', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, ANNA, 'load-on="consent"'));
    let isSettled = false;
    const loaded = page.widget.load().finally(() => (isSettled = true));
    await settled(page, 300);
    expect(isSettled).to.equal(false);
    expect(await vendor.requests()).to.equal(0);
    page.dispatch('consent');
    await loaded;
    expect(page.widget.status).to.equal('ready');
  });

  it('before the consent is not forgotten where loading is interaction', async () => {
    const page = await openPage(tag(new Vendor(), ANNA, 'load-on="consent" loading="interaction"'));
    const loaded = page.widget.load();
    await settled(page);
    page.dispatch('consent');
    await loaded;
  });

  it('on an element that mirrors loads the one that acts', async () => {
    const vendor = new Vendor();
    const waiting = tag(vendor, ANNA, 'loading="interaction"');
    const page = await openPage(waiting + waiting);
    await widgets(page)[1]!.load();
    expect(widgets(page).map(({ status }) => status)).to.deep.equal(['ready', 'ready']);
    expect(callNames(page)).to.deep.equal([IDENTIFY]);
  });

  it('on an element that mirrors holds when it takes over', async () => {
    const vendor = new Vendor();
    const waiting = tag(vendor, ANNA, 'loading="interaction"');
    const page = await openPage(waiting + waiting);
    const [first, second] = widgets(page);
    const loaded = second!.load();
    first!.remove();
    await loaded;
    expect(second!.status).to.equal('ready');
  });

  it('on an element that mirrors rejects with the one that acts', async () => {
    const vendor = new Vendor();
    await vendor.set({ status: 500 });
    const page = await openPage(tag(vendor, ANNA) + tag(vendor, ANNA));
    const error = await widgets(page)[1]!
      .load()
      .catch((reason: { code: string }) => reason);
    expect(error).to.include({ code: 'script-failed' });
  });

  it('before the element is connected holds when it is', async () => {
    const vendor = new Vendor();
    const page = await openPage('');
    const element = parsed(page, tag(vendor, ANNA, 'loading="interaction"')) as UseresponseWidget;
    const loaded = element.load();
    await settled(page);
    expect(await vendor.requests()).to.equal(0);
    page.document.body.append(element);
    await loaded;
    expect(element.status).to.equal('ready');
  });

  it('tries again at once after a failure', async () => {
    const vendor = new Vendor();
    await vendor.set({ status: 500 });
    const page = await openPage(tag(vendor, ANNA));
    await until(() => page.widget.status === 'error');
    await vendor.heal();
    await page.widget.load();
    expect(page.identified).to.have.length(1);
  });
});

describe('clearChatStorage()', () => {
  afterEach(closePages);

  it('has cleared when it fulfils', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, ANNA));
    await ready(page);
    expect(await page.widget.clearChatStorage()).to.equal(undefined);
    expect(page.cleared).to.deep.equal([vendor.id]);
    expect(page.reasons).to.deep.equal(['method']);
    expect(page.widget.status).to.equal('ready');
  });

  it('clears before it returns, for a page that navigates next', async () => {
    const page = await openPage(tag(new Vendor(), ANNA));
    await ready(page);
    void page.widget.clearChatStorage();
    expect(page.cleared).to.have.length(1);
  });

  it('fulfils when the clear is noted as owed', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, ANNA, 'loading="interaction"'));
    await page.widget.clearChatStorage();
    await page.go(tag(vendor, ANNA));
    await ready(page);
    expect(callNames(page)).to.deep.equal([CLEAR, IDENTIFY]);
    expect(page.reasons).to.deep.equal(['owed']);
  });

  it('is owed from the first moment on: the page may be gone before the next one', async () => {
    const vendor = new Vendor();
    const first = await openPage('');
    const second = await openPage('');
    first.document.body.innerHTML = tag(vendor, ANNA, 'loading="interaction"');
    void first.widget.clearChatStorage();
    first.close();
    await second.go(tag(vendor, ANNA));
    await ready(second);
    expect(callNames(second)).to.deep.equal([CLEAR, IDENTIFY]);
  });

  for (const [name, fault] of [
    ['the vendor throws', { throwIn: [CLEAR] }],
    ['the call is missing', { missing: [CLEAR] }],
  ] as [string, Faults][]) {
    it(`never rejects, also where ${name}`, async () => {
      const vendor = new Vendor();
      await vendor.set(fault);
      const page = await openPage(tag(vendor, ANNA));
      await ready(page);
      await page.widget.clearChatStorage();
      expect(page.reasons).to.deep.equal([]);
    });
  }

  it('works on an element that mirrors, and on one that is not connected', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, ANNA) + tag(vendor, ANNA));
    await ready(page);
    await widgets(page)[1]!.clearChatStorage();
    expect(page.cleared).to.have.length(1);
    const [first, second] = widgets(page);
    second!.remove();
    first!.remove();
    await settled(page);
    await first!.clearChatStorage();
    page.document.body.append(first!);
    await ready(page);
    await settled(page);
    expect(page.identified).to.have.length(1);
    expect(page.cleared).to.have.length(2);
  });
});

describe('what the page sees', () => {
  afterEach(closePages);

  const STATES = ['waiting', 'loading', 'ready', 'error'];
  const states = (page: Page): string[] => STATES.filter((state) => page.widget.matches(`:state(${state})`));

  it('is one status at a time, as a property and as a custom state', async () => {
    const vendor = new Vendor();
    await vendor.set({ failFirst: 1, status: 500 });
    // Loaded after the page, so that no preload comes first.
    const page = await openPage(tag(vendor, ANNA, 'loading="interaction"'));
    const seen: string[] = [];
    const look = (): void => {
      expect(states(page)).to.deep.equal([page.widget.status]);
      if (seen.at(-1) !== page.widget.status) seen.push(page.widget.status);
    };
    look();
    for (const type of ['error', 'ready']) page.document.addEventListener(`useresponse-${type}`, look);
    void page.widget.load();
    // Within the task, so that nothing can have come.
    await page.widget.updateComplete;
    look();
    await ready(page);
    expect(seen).to.deep.equal(['waiting', 'loading', 'error', 'ready']);
  });

  it('is a status that cannot be written', async () => {
    const page = await openPage(tag(new Vendor(), ANNA));
    await ready(page);
    expect(() => Object.assign(page.widget, { status: 'error' })).to.throw();
    expect(page.widget.status).to.equal('ready');
  });

  it('is an error where the vendor throws at the hand-over', async () => {
    const vendor = new Vendor();
    await vendor.set({ throwIn: [IDENTIFY] });
    const page = await openPage(tag(vendor, ANNA));
    await until(() => page.widget.status === 'error');
    expect(page.codes).to.deep.equal(['api-threw']);
    expect(page.eventsOf('identify')).to.deep.equal([]);
    expect(page.eventsOf('ready')).to.deep.equal([]);
  });

  it('is events that bubble, cross shadow roots and hold nothing personal', async () => {
    const vendor = new Vendor();
    await vendor.set({ throwIn: [CLEAR], throwFirst: 1 });
    const page = await openPage('');
    const events: CustomEvent[] = [];
    for (const type of ['ready', 'identify', 'clear', 'error']) {
      page.document.addEventListener(`useresponse-${type}`, (event) => events.push(event as CustomEvent));
    }
    const person = { token: 'secret-77', email: 'eva.quill@example.com', name: 'Eva Quill' };
    page.document.body.append(
      parsed(page, tag(vendor, person, `properties='{"property_170":"harbour-14","x":{"harbour-14":1}}'`)),
    );
    await ready(page);
    page.dispatch('logout');
    await page.widget.load();
    page.widget.email = '{{ eva.quill }}';
    await until(() => page.codes.includes('template-not-rendered'));
    expect(new Set(events.map(({ type }) => type)).size).to.equal(4);
    for (const event of events) {
      expect(event.bubbles && event.composed, event.type).to.equal(true);
      expect(event).to.be.instanceOf(page.window.CustomEvent);
      const text = JSON.stringify(event.detail) ?? '';
      expect(text).to.not.match(/secret|eva|quill|harbour/i);
    }
    const lines = page.window.consoleLines.filter((line) => !line.includes('imulator')).join('\n');
    expect(lines).to.not.match(/secret|eva|quill|harbour/i);
  });

  it('is a listener that throws, and everything goes on', async () => {
    const page = await openPage(tag(new Vendor(), ANNA), {
      head: inline(() => {
        for (const type of ['identify', 'ready', 'clear']) {
          document.addEventListener(`useresponse-${type}`, () => {
            throw new Error('A handler of the page is broken.');
          });
        }
      }),
    });
    await ready(page);
    page.dispatch('logout');
    render(page.widget, BOB);
    await identified(page, 2);
    expect(page.codes).to.deep.equal([]);
  });

  it('is an element that a listener removes at each step, without an error', async () => {
    for (const type of ['identify', 'ready', 'clear']) {
      const page = await openPage('');
      page.document.addEventListener(`useresponse-${type}`, () => page.widget.remove());
      page.document.body.append(parsed(page, tag(new Vendor(), ANNA)));
      await until(() => page.identified.length);
      await settled(page, 50);
      page.dispatch('logout');
      await settled(page);
      expect(page.window.consoleLines, type).to.deep.equal([]);
      await closePages();
    }
  });
});

describe('a page that is prerendered', () => {
  afterEach(closePages);

  /** Stands for the browser: the page believes that it is not shown yet, until it is told. */
  function prerender(): void {
    const page = window as unknown as { activate: () => void; written: string[] };
    let prerendering = true;
    Object.defineProperty(document, 'prerendering', { get: () => prerendering });
    page.activate = () => {
      prerendering = false;
      document.dispatchEvent(new Event('prerenderingchange'));
    };
    page.written = [];
    const { setItem, removeItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      page.written.push(key);
      setItem.call(this, key, value);
    };
    Storage.prototype.removeItem = function (key) {
      page.written.push(key);
      removeItem.call(this, key);
    };
  }

  type Prerendered = PageWindow & { activate: () => void; written: string[] };

  it('loads and stores nothing before it is shown', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, ANNA), { head: inline(prerender) });
    await settled(page, 300);
    const window = page.window as Prerendered;
    expect(await vendor.requests()).to.equal(0);
    expect(window.written).to.deep.equal([]);
    expect(page.widget.status).to.equal('waiting');
    expect(page.document.head.innerHTML).to.not.include(vendor.host);
    window.activate();
    await identified(page);
    expect(page.identified).to.deep.equal([said(ANNA)]);
  });

  it('loads nothing by load() either, and does with it once it is shown', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, ANNA, 'loading="interaction"'), { head: inline(prerender) });
    const loaded = page.widget.load();
    await settled(page);
    expect(await vendor.requests()).to.equal(0);
    (page.window as Prerendered).activate();
    await loaded;
  });

  it('owes nothing and tells no tab of its person before it is shown', async () => {
    const vendor = new Vendor();
    const shown = await openPage(tag(vendor, ANNA));
    await ready(shown);
    const page = await openPage(tag(vendor, BOB), { head: inline(prerender) });
    await settled(page, 300);
    expect(callNames(shown)).to.deep.equal([IDENTIFY]);
    page.close();
    await shown.go(tag(vendor, ANNA));
    await ready(shown);
    expect(callNames(shown)).to.deep.equal([IDENTIFY]);
  });

  it('clears for the one before it when it is shown', async () => {
    const vendor = new Vendor();
    const shown = await openPage(tag(vendor, ANNA));
    await ready(shown);
    const page = await openPage(tag(vendor, BOB), { head: inline(prerender) });
    await settled(page);
    shown.close();
    (page.window as Prerendered).activate();
    await identified(page);
    expect(callNames(page)).to.deep.equal([CLEAR, IDENTIFY]);
  });

  it('waits for both, to be shown and for the consent', async () => {
    const vendor = new Vendor();
    const page = await openPage(tag(vendor, ANNA, 'load-on="consent"'), { head: inline(prerender) });
    await settled(page, 50);
    (page.window as Prerendered).activate();
    await settled(page);
    expect(await vendor.requests()).to.equal(0);
    page.dispatch('consent');
    await identified(page);
  });
});
