import assert from 'node:assert/strict';
import type { Browser, Page } from 'puppeteer-core';
import { type Person, RECORD, settled, type Site, type Widget, withVisitor } from '../e2e/helpers/site.ts';

/** What an app shows; it begins with what the server has, and goes on with what the test wants. */
interface State extends Person {
  src: string;
  properties?: string | Record<string, unknown>;
  /** A custom field with an attribute of its own. */
  phone?: string;
  clearOn?: string;
  loadOn?: string;
  /** The text of the fallback. */
  link: string;
  route: 'home' | 'about';
  isMounted: boolean;
  /** Another number, another element in the same place. */
  copy: number;
  isServerRendered: boolean;
}

/** What frameworks are given for nothing. */
type Nothing = false | null | undefined;
export type Changes = { [Key in keyof State]?: State[Key] | Nothing };

/** What every app puts on its page. */
interface AppHandle {
  show?: (changes: Changes) => unknown;
  /** The events that the framework has handed over. */
  heard: CustomEvent<{ reason?: string; code?: string } | null>[];
}
export type AppWindow = Window & { app?: AppHandle; serverElement?: Element | null };

/** An app in a tab of a visitor of its own. */
export interface Visit {
  page: Page;
  widget: Widget;
  /** Everything that the page has complained about. */
  problems: string[];
  /** Has the app show something else. */
  show(changes: Changes): Promise<void>;
  /** Waits until the vendor has been told exactly this: whom to take for the user by his token, or to `clear`. */
  told(...calls: string[]): Promise<void>;
  /** What the vendor has been told up to now. */
  calls(): Promise<string[]>;
  /** What the vendor was told of the last user. */
  lastUser(): Promise<unknown>;
  /** Waits until the app has heard these of the element's events, through its framework. */
  heard(...events: string[]): Promise<void>;
  dispatch(type: string): Promise<void>;
  ready(): Promise<void>;
}

/** What is said in development, of two pages in quick succession, and on a busy machine, where nothing is wrong. */
const TALK = /Lit is in dev mode|Transition was skipped|preloaded using link preload but not used within/;

/** How long anything may take on a busy machine; the waits end with what they wait for. */
const waiting = { polling: 50, timeout: 30_000 };

/** Keeps the element that the server has rendered, before any of the app's scripts runs. */
function keepServerElement(): void {
  document.addEventListener('readystatechange', () => {
    (window as AppWindow).serverElement ??= document.querySelector('useresponse-widget');
  });
}

/** What the vendor's simulator leaves in the page. */
interface Simulated {
  useresponseSimulator?: { calls: { name: string; args: { token?: string }[] }[] };
}

/** In the page: what the vendor was told. */
const readCalls = (): string[] =>
  ((window as unknown as Simulated).useresponseSimulator?.calls ?? []).map(({ name, args: [user] }) =>
    name === 'userConfig' ? (user?.token ?? '') : 'clear',
  );

/** In the page: what the app was told. */
function readHeard(): string[] {
  const heard = ((window as AppWindow).app?.heard ?? []).map(({ type, detail }) =>
    [type, detail?.reason ?? detail?.code].filter(Boolean).join(' '),
  );
  // Where each page brings an element of its own, each of them is ready.
  return heard.filter((name, index) => name !== 'useresponse-ready' || heard.indexOf(name) === index);
}

/** Waits until there is as much to be read as is expected; whether it is the right thing is asked afterwards. */
async function waitFor(page: Page, read: () => string[], { length }: string[]): Promise<void> {
  await page.waitForFunction(`(${read.toString()})().length >= ${length}`, waiting).catch(() => undefined);
}

/** Where a visit goes to, and in which browser. */
export interface Place {
  browser: Browser;
  site: Site;
  url: string;
}

/** Opens a page that takes from a cookie what it shows; whatever it complains about is a failure. */
export async function visitPage(
  { browser, site, url }: Place,
  start: Changes,
  use: (visit: Visit) => Promise<void>,
): Promise<void> {
  await withVisitor(browser, async (newTab) => {
    const page = await newTab();
    const problems: string[] = [];
    const complain = (text: string): void => {
      if (!TALK.test(text)) problems.push(text);
    };
    page.on('pageerror', (error) => complain(String(error)));
    page.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) complain(message.text());
    });
    await page.evaluateOnNewDocument(RECORD);
    await page.evaluateOnNewDocument(keepServerElement);
    const widget = site.widget();
    await page.browserContext().setCookie(cookieFor({ src: widget.src, ...start }));
    const visit: Visit = {
      page,
      widget,
      problems,
      async show(changes) {
        await page.evaluate(
          // What is undefined would be lost on the way.
          (given, empty) => {
            for (const key of empty) given[key as keyof Changes] = undefined;
            return (window as AppWindow).app!.show!(given);
          },
          changes,
          Object.keys(changes).filter((key) => changes[key as keyof Changes] === undefined),
        );
      },
      async told(...calls) {
        await waitFor(page, readCalls, calls);
        await settled(page);
        assert.deepEqual(await page.evaluate(readCalls), calls);
      },
      calls: () => page.evaluate(readCalls),
      lastUser: () =>
        page.evaluate(() =>
          (window as unknown as Simulated)
            .useresponseSimulator!.calls.filter(({ name }) => name === 'userConfig')
            .at(-1)
            ?.args.at(0),
        ),
      async heard(...events) {
        await waitFor(page, readHeard, events);
        assert.deepEqual(await page.evaluate(readHeard), events);
      },
      dispatch: (type) => page.evaluate((name) => void document.dispatchEvent(new Event(name)), type),
      async ready() {
        await page.waitForFunction(
          () => document.querySelector('useresponse-widget')?.status === 'ready',
          waiting,
        );
      },
    };
    await page.goto(url);
    await use(visit);
    assert.deepEqual(problems, [], 'The page has complained');
  });
}

/** Opens an app, and waits until it can be told what to show. */
export const visitApp = (place: Place, start: Changes, use: (visit: Visit) => Promise<void>): Promise<void> =>
  visitPage(place, start, async (visit) => {
    await visit.page.waitForFunction(() => (window as AppWindow).app?.show, waiting);
    await use(visit);
  });

const FRESH = {
  link: 'Contact support',
  route: 'home',
  isMounted: true,
  copy: 1,
  isServerRendered: false,
} as const;

/** Tells the app's server, and so the app, what to begin with. */
export const cookieFor = (start: Changes) => ({
  name: 'state',
  value: encodeURIComponent(JSON.stringify({ ...FRESH, ...start })),
  domain: '127.0.0.1',
  path: '/',
});
