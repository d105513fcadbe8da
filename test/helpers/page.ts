import type { UseresponseWidget } from '../../src/element.ts';
import type { Faults, WidgetSnapshot } from '../../demo/simulator/types.ts';

declare global {
  interface Window {
    SIMULATOR_URL: string;
  }
}

/** The vendor's calls and the element's events, in the order in which they came. */
export type Happening = [type: string, detail?: unknown];

/** The inside of a page, as the tests look at it. */
export type PageWindow = Window &
  typeof globalThis & {
    happenings: Happening[];
    consoleLines: string[];
    useresponseSimulator?: { calls: { name: string; args: unknown[] }[]; booted: number; errors: string[] };
    /** Of a page that stands still. */
    pass?(milliseconds: number): void;
  };

export interface PageOptions {
  /** Response headers, each as `Name: value`. */
  headers?: string[];
  /** What comes before our script. */
  head?: string;
  /** The tag for our own script. */
  script?: string;
  /** Inline code that needs a nonce gets this one. */
  nonce?: string;
}

const CONSTANT_IID = 'uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709';
const open = new Set<Page>();
let lastWord = 0;
let neighbour: HTMLIFrameElement | undefined;
/** The engines share one simulator: each begins somewhere else. */
let lastWidget = Math.floor(Math.random() * 1e12);

/** A page of a site, or a tab of a visitor: its own window, with the storage of all pages of the test. */
export class Page {
  readonly frame: HTMLIFrameElement;

  constructor(frame: HTMLIFrameElement) {
    this.frame = frame;
    open.add(this);
  }

  get window(): PageWindow {
    return this.frame.contentWindow as PageWindow;
  }

  get document(): Document {
    return this.window.document;
  }

  get widget(): UseresponseWidget {
    return this.document.querySelector('useresponse-widget') as UseresponseWidget;
  }

  /** The vendor's calls by name and first argument. */
  get calls(): Happening[] {
    return (this.window.useresponseSimulator?.calls ?? []).map(({ name, args }) => [name, args[0]]);
  }

  /** What the element dispatched, oldest first. */
  get events(): Happening[] {
    return this.window.happenings;
  }

  eventsOf(type: string): unknown[] {
    return this.events.filter(([name]) => name === `useresponse-${type}`).map(([, detail]) => detail);
  }

  get codes(): string[] {
    return this.eventsOf('error').map((detail) => (detail as { code: string }).code);
  }

  get reasons(): string[] {
    return this.eventsOf('clear').map((detail) => (detail as { reason: string }).reason);
  }

  get identified(): unknown[] {
    return this.calls.filter(([name]) => name === 'userConfig').map(([, user]) => user);
  }

  get cleared(): unknown[] {
    return this.calls.filter(([name]) => name === 'clearChatStorage').map(([, id]) => id);
  }

  /** Nothing can be seen, scrolled or focused before: a page that is not painted costs half as much. */
  show(): this {
    this.frame.hidden = false;
    return this;
  }

  dispatch(type: string, target: EventTarget = this.document): void {
    target.dispatchEvent(new this.window.Event(type));
  }

  /** Goes to another page in the same tab. */
  async go(html: string, options: PageOptions = {}): Promise<void> {
    await heard();
    const loaded = new Promise((resolve) => this.frame.addEventListener('load', resolve, { once: true }));
    this.frame.src = address(html, options);
    await loaded;
  }

  close(): void {
    open.delete(this);
    this.frame.remove();
  }
}

/** Opens a page with the given body; resolves at its load event. */
export async function openPage(html: string, options: PageOptions = {}): Promise<Page> {
  const page = new Page(document.createElement('iframe'));
  page.frame.hidden = true;
  page.frame.src = address(html, options);
  const loaded = new Promise((resolve) => page.frame.addEventListener('load', resolve, { once: true }));
  document.body.append(page.frame);
  await loaded;
  return page;
}

/** Closes every page and forgets what they have stored. */
export async function closePages(): Promise<void> {
  if (open.size) await heard();
  for (const page of open) page.close();
  localStorage.clear();
  sessionStorage.clear();
}

/**
 * What was stored so far has been told to every page. It may take long on a busy machine, and also reach a page that was
 * opened since. Storage events come in their order: when the last word has come, those before it have.
 */
export async function heard(): Promise<void> {
  const storage = (await neighbours()).localStorage;
  const word = `last word ${++lastWord}`;
  const listening = new AbortController();
  const { signal } = listening;
  const hears = (target: Window): Promise<void> =>
    new Promise((resolve) =>
      target.addEventListener('storage', ({ key }) => key === word && resolve(), { signal, capture: true }),
    );
  const all = Promise.all([window, ...[...open].map((page) => page.window)].map(hears));
  storage.setItem(word, 'x');
  await all;
  listening.abort();
  storage.removeItem(word);
}

/** A window that writes for the tests, since nobody hears his own words, and whose storage no test has blocked. */
async function neighbours(): Promise<Window> {
  if (!neighbour) {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    frame.src = 'about:blank';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    neighbour = frame;
  }
  return neighbour.contentWindow!;
}

function address(html: string, { headers = [], head = '', script, nonce = '' }: PageOptions): string {
  const own = script ?? `<script type="module" src="/src/index.ts" nonce="${nonce}"></script>`;
  const record = `<script nonce="${nonce}">(${recordHappenings.toString()})()</script>`;
  const query = new URLSearchParams({
    html: `<!doctype html><html lang="en"><head><title>Page</title>${record}${head}${own}</head><body>${html}</body></html>`,
  });
  for (const header of headers) query.append('header', header);
  return `/page?${query}`;
}

/** Runs inside the page before anything else does. */
function recordHappenings(): void {
  const page = window as unknown as PageWindow;
  page.happenings = [];
  page.consoleLines = [];
  for (const type of ['ready', 'identify', 'clear', 'error']) {
    document.addEventListener(`useresponse-${type}`, (event) =>
      page.happenings.push([event.type, (event as CustomEvent).detail]),
    );
  }
  for (const level of ['log', 'info', 'warn', 'error'] as const) {
    page.console[level] = (...line: unknown[]) => page.consoleLines.push(line.join(' '));
  }
  page.addEventListener('error', (event) => page.consoleLines.push(`uncaught: ${event.message}`));
  page.addEventListener('unhandledrejection', (event) =>
    page.consoleLines.push(`unhandled: ${event.reason}`),
  );
}

/**
 * For the head of a page whose time passes only by `pass`: its clock stands, and timers wait, but for the short ones with
 * which things are looked at again. On a machine that stops for seconds a time limit is over before the things are there
 * that it is to come after.
 */
export const STILL = `<script>(${standStill.toString()})()</script>`;

/** Lets time pass in a page that stands still. */
export function pass(page: Page, milliseconds: number): void {
  page.window.pass!(milliseconds);
}

function standStill(): void {
  const page = window as unknown as PageWindow;
  const { setTimeout: start, clearTimeout: stop } = window;
  const held = new Map<number, { due: number; run: () => void }>();
  let passed = 0;
  let last = 0;
  performance.now = () => passed;
  page.setTimeout = ((run: (...args: unknown[]) => void, delay = 0, ...args: unknown[]) => {
    if (delay < 200) return start(run, delay, ...args);
    held.set((last -= 1), { due: passed + delay, run: () => run(...args) });
    return last;
  }) as typeof setTimeout;
  page.clearTimeout = ((id: number) => {
    held.delete(id);
    stop(id);
  }) as typeof clearTimeout;
  page.pass = (milliseconds) => {
    passed += milliseconds;
    for (const [id, { due, run }] of held) {
      if (due > passed || !held.delete(id)) continue;
      run();
    }
  };
}

/** Keeps something away from a page until the test lets it come; a server's delay could be over at any moment. */
export class Gate {
  readonly #address = `/gate/${crypto.randomUUID()}`;

  /** The load event of its page waits for it. */
  get image(): string {
    return `<img src="${this.#address}" alt="">`;
  }

  /** The address of the vendor's script behind the gate. */
  srcOf(vendor: Vendor): string {
    const { origin, pathname } = new URL(vendor.src);
    return `${location.origin}${this.#address}${pathname}?vendor=${origin}`;
  }

  async open(): Promise<void> {
    await fetch(this.#address, { method: 'POST' });
  }

  /** For a script of the page's that opens the gate. */
  get opening(): string {
    return `fetch('${this.#address}', { method: 'POST' })`;
  }
}

/** A chat widget of its own for each test, so that neither faults nor storage are shared. */
export class Vendor {
  readonly id = `${++lastWidget}`;
  readonly host = new URL(window.SIMULATOR_URL).host;
  readonly origin = window.SIMULATOR_URL.replace(/\/$/, '');

  get src(): string {
    return `${this.origin}/public/sdk/chat-${CONSTANT_IID}-${this.id}.js`;
  }

  async set(faults: Faults): Promise<void> {
    await fetch(`${this.origin}/simulator/widgets/${this.id}`, {
      method: 'POST',
      body: JSON.stringify(faults),
    });
  }

  async heal(): Promise<void> {
    await fetch(`${this.origin}/simulator/widgets/${this.id}`, { method: 'DELETE' });
  }

  async requests(): Promise<number> {
    const response = await fetch(`${this.origin}/simulator/widgets/${this.id}`);
    return ((await response.json()) as WidgetSnapshot).requests;
  }
}

/** Waits until something is true; the test's own time limit is the limit. */
export async function until(condition: () => unknown): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Lets everything happen that is going to happen soon: for what must not happen. */
export async function settled(page: Page, milliseconds = 150): Promise<void> {
  await new Promise((resolve) => page.window.setTimeout(resolve, milliseconds));
}
