import type { UseresponseWidget } from '../../src/element.ts';
import type { Call, Someone, Step } from './race-model.ts';

type TabWindow = Window & typeof globalThis & { vendorScriptHasRun(): void; UR?: unknown };

/** Read by the tests' server: a script that says that it has run, and that browsers keep. */
const SRC = `${location.origin}/sdk/chat-uriid_race-38.js`;

let script: Promise<string> | undefined;
/** Ours, without the map that only the coverage needs. */
const fetchScript = async (): Promise<string> =>
  (await (await fetch('/src/index.ts')).text()).replace(/\n\/\/# sourceMapping.*/, '');

/** A tab that can be opened within a few milliseconds: its document is blank, and its vendor is the test's own. */
class Tab {
  readonly frame = document.createElement('iframe');
  readonly calls: Call[] = [];
  readonly #site: RaceSite;
  element!: UseresponseWidget;
  isLoaded = false;
  #hasRun = false;

  constructor(site: RaceSite) {
    this.#site = site;
  }

  get window(): TabWindow {
    return this.frame.contentWindow as TabWindow;
  }

  async open(someone: Someone, isLoaded: boolean): Promise<void> {
    const { frame } = this;
    // Nobody looks at it, so nothing need be painted.
    frame.hidden = true;
    frame.src = 'about:blank';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    this.isLoaded = isLoaded;
    const { window } = this;
    window.addEventListener('error', ({ message }) => this.#site.problems.push(message));
    window.addEventListener('unhandledrejection', ({ reason }) => this.#site.problems.push(`${reason}`));
    window.console.error = () => {};
    window.vendorScriptHasRun = () => {
      this.#hasRun = true;
      this.#publish();
    };
    this.add(someone);
    const own = window.document.createElement('script');
    own.type = 'module';
    own.textContent = await (script ??= fetchScript());
    window.document.head.append(own);
    await window.customElements.whenDefined('useresponse-widget');
  }

  add(someone: Someone): void {
    this.element = this.window.document.createElement('useresponse-widget');
    this.element.setAttribute('src', SRC);
    this.render(someone);
    this.window.document.body.append(this.element);
  }

  render(someone: Someone): void {
    for (const name of ['token', 'email']) {
      if (someone === 'nobody') this.element.removeAttribute(name);
      else this.element.setAttribute(name, `${someone}@example.com`);
    }
  }

  load(): void {
    this.isLoaded = true;
    this.#publish();
  }

  /** Vendor and page have done what they were going to do at once. */
  async settle(): Promise<void> {
    for (let i = 0; i < 2; i++) {
      await freshTask();
      await new Promise((resolve) => this.window.setTimeout(resolve));
      await this.element.updateComplete;
    }
  }

  #publish(): void {
    if (!this.isLoaded || !this.#hasRun || this.window.UR) return;
    this.window.UR = {
      userConfig: ({ token }: { token: string }) => this.#note(token.split('@')[0] as Someone),
      clearChatStorage: () => {
        if (!this.#site.works) throw new Error('The vendor was asked to throw.');
        this.#note('clear');
      },
    };
  }

  #note(call: Call): void {
    this.calls.push(call);
    this.#site.hear(this, call);
  }
}

/** A site in which the steps of a story are taken; it watches what must never happen. */
export class RaceSite {
  readonly problems: string[] = [];
  tabs: Tab[] = [];
  works = true;
  #current!: Tab;
  /** Whose conversation the vendor keeps. */
  #known: Someone | undefined;
  /** Those who have logged out, in each document that had them. */
  readonly #gone = new Map<Tab, Someone>();

  async open(someone: Someone, isLoaded: boolean): Promise<void> {
    await this.#openTab(someone, isLoaded);
  }

  hear(tab: Tab, call: Call): void {
    if (call === 'clear') this.#known = undefined;
    else {
      if (this.#known && this.#known !== call)
        this.problems.push(`${call} after ${this.#known} without a clear`);
      if (this.#gone.get(tab) === call) this.problems.push(`${call} again after a log-out`);
      this.#known = call;
    }
  }

  async do(step: Step): Promise<void> {
    const tab = this.#current;
    const [what, someone] = step.split(' ') as [string, Someone];
    switch (what) {
      case 'load':
        return tab.load();
      case 'logout':
        if (tab.element.isConnected) this.#logOut(tab);
        tab.window.document.dispatchEvent(new tab.window.Event('logout'));
        return;
      case 'method':
        this.#logOut(tab);
        return void tab.element.clearChatStorage();
      case 'remove':
        if (tab.element.isConnected) tab.element.remove();
        else tab.window.document.body.append(tab.element);
        return;
      case 'throws':
      case 'works':
        this.works = what === 'works';
        // What failed is tried again at once, instead of after a second.
        if (this.works) for (const { window } of this.tabs) window.dispatchEvent(new window.Event('online'));
        return;
      case 'wipe':
        return tab.window.localStorage.clear();
      case 'other':
        this.#current = this.tabs[this.tabs.length - 1 - this.tabs.indexOf(tab)] as Tab;
        return;
      case 'render':
        this.#see(tab, someone);
        return tab.render(someone);
      case 'replace': {
        const old = tab.element;
        this.#see(tab, someone);
        tab.add(someone);
        old.remove();
        return;
      }
      case 'next':
        tab.frame.remove();
        return await this.#openTab(someone, tab.isLoaded, tab);
      case 'tab':
        if (this.tabs.length < 2) await this.#openTab(someone, tab.isLoaded);
        return;
    }
  }

  /** Also what one tab has told the others has arrived, and will not reach those opened later. */
  async settle(): Promise<void> {
    await Promise.all(this.tabs.map((tab) => tab.settle()));
    for (const tab of this.tabs) await hearOthers(tab.window);
    await Promise.all(this.tabs.map((tab) => tab.settle()));
  }

  async close(): Promise<void> {
    await this.settle();
    for (const { frame } of this.tabs) frame.remove();
    localStorage.clear();
  }

  async #openTab(someone: Someone, isLoaded: boolean, instead?: Tab): Promise<void> {
    const tab = new Tab(this);
    const index = instead ? this.tabs.indexOf(instead) : this.tabs.length;
    this.tabs.splice(index, instead ? 1 : 0, tab);
    this.#current = tab;
    await tab.open(someone, isLoaded);
  }

  #logOut(tab: Tab): void {
    const someone = tab.element.getAttribute('token')?.split('@')[0] as Someone | undefined;
    if (someone) this.#gone.set(tab, someone);
  }

  /** Whoever is rendered instead, or nobody, ends the log-out. */
  #see(tab: Tab, someone: Someone): void {
    if (this.#gone.get(tab) !== someone) this.#gone.delete(tab);
  }
}

const channel = new MessageChannel();

/** Timers that are set by timers, one after the other, soon wait four milliseconds each. */
const freshTask = (): Promise<unknown> =>
  new Promise((resolve) => {
    channel.port1.addEventListener('message', resolve, { once: true });
    channel.port1.start();
    channel.port2.postMessage('');
  });

let words = 0;

/** Storage events come in their order: when this one has come, those before it have. */
async function hearOthers(window: Window): Promise<void> {
  const word = `last word ${++words}`;
  const heard = new Promise<void>((resolve) => {
    const listen = ({ key }: StorageEvent): void => {
      if (key !== word) return;
      window.removeEventListener('storage', listen);
      resolve();
    };
    window.addEventListener('storage', listen);
  });
  localStorage.setItem(word, '');
  await heard;
  localStorage.removeItem(word);
}
