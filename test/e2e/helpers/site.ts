import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { after, before } from 'node:test';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { startSimulator, type SimulatorOptions } from '../../../demo/simulator/server.ts';
import type { Faults, WidgetSnapshot } from '../../../demo/simulator/types.ts';
import { chromiumOptions, findEngine } from '../../../scripts/browsers.mjs';

export interface Person {
  token?: string;
  email?: string;
  name?: string;
}

export const ANNA: Person = { token: 'aa11', email: 'anna@example.com' };
export const BOB: Person = { token: 'bb22', email: 'bob@example.com' };

/** What a page of the tests keeps of itself, from its first script on. */
export interface Seen {
  happenings: string[];
  /** How often the page came back from the back/forward cache. */
  returns: number;
  /** What was stored before the page was shown, if it was prerendered. */
  storedEarly: string[];
  wasPrerendered: boolean;
}

/** A vendor's call as `[name, token or chat id]`. */
export type Call = [name: string, argument: string];

/** A site of its own, with the file that goes to a CDN, and a vendor on another origin. */
export interface Site {
  url: string;
  /** Publishes a page; `html` is the body. */
  publish(path: string, html: string, options?: { script?: string; head?: string }): string;
  /** Publishes a whole document as it is, with its headers. */
  publishDocument(path: string, text: string, headers?: Record<string, string>): string;
  /** What a page of the site posts to `/tell/topic`: where the browser's own tools lose sight of it. */
  hear(topic: string): Promise<unknown>;
  widget(): Widget;
  close(): Promise<void>;
}

export interface Widget {
  id: string;
  /** The address of the vendor's script. */
  src: string;
  /** The tag as a site's template renders it. */
  tag(person?: Person, more?: string): string;
  set(faults: Faults): Promise<void>;
  requests(): Promise<number>;
}

/** A machine that stops for seconds, and more than once, must not look like a page in which nothing happens. */
export const PATIENCE = { polling: 20, timeout: 45_000 };

const FILE = new URL('../../../dist/useresponse-widget.min.js', import.meta.url);
const SCRIPT = '<script src="/widget.js" async></script>';

async function startSite(vendor?: SimulatorOptions): Promise<Site> {
  const file = readFileSync(FILE);
  const simulator = await startSimulator(0, vendor);
  const pages = new Map<string, { text: string; headers?: Record<string, string> }>();
  const listeners = new Map<string, (told: unknown) => void>();
  let widgets = 0;

  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0]!;
    const topic = /^\/tell\/(.*)/.exec(path)?.[1];
    if (topic) {
      void json(request).then((told) => {
        listeners.get(topic)?.(told);
        response.writeHead(204).end();
      });
      return;
    }
    // What is never stored would be kept out of the back/forward cache as well.
    response.setHeader('Cache-Control', 'no-cache');
    if (path === '/widget.js') return response.setHeader('Content-Type', 'text/javascript').end(file);
    const page = pages.get(path);
    response.setHeaders(
      new Map(Object.entries({ 'Content-Type': 'text/html; charset=utf-8', ...page?.headers })),
    );
    if (!page) response.statusCode = 404;
    response.end(page?.text ?? 'Not here.');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  const publishDocument: Site['publishDocument'] = (path, text, headers = {}) => {
    pages.set(path, { text, headers });
    return url + path;
  };

  return {
    url,
    publish(path, html, { script = SCRIPT, head = '' } = {}) {
      const text = `<!doctype html><html lang="en"><head><title>${path}</title><link rel="icon" href="data:,"><script>${RECORD}</script>${head}${script}</head><body>${html}</body></html>`;
      return publishDocument(path, text);
    },
    publishDocument,
    hear: (topic) => new Promise((resolve) => listeners.set(topic, resolve)),
    widget() {
      const id = `${++widgets}`;
      const control = `${simulator.url}/simulator/widgets/${id}`;
      const src = `${simulator.url}/public/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-${id}.js`;
      return {
        id,
        src,
        tag(person = {}, more = '') {
          const user = Object.entries(person).map(([name, value]) => `${name}="${value}"`);
          return `<useresponse-widget src="${src}" ${user.join(' ')} ${more}></useresponse-widget>`;
        },
        async set(faults) {
          await fetch(control, { method: 'POST', body: JSON.stringify(faults) });
        },
        async requests() {
          return ((await (await fetch(control)).json()) as WidgetSnapshot).requests;
        },
      };
    },
    async close() {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await simulator.close();
    },
  };
}

/** Runs in the page before anything else does. */
function recordPage(): void {
  const seen: Seen = {
    happenings: [],
    returns: 0,
    storedEarly: [],
    wasPrerendered: Boolean((document as { prerendering?: boolean }).prerendering),
  };
  (window as unknown as { seen: Seen }).seen = seen;
  for (const type of ['ready', 'identify', 'clear', 'error']) {
    document.addEventListener(`useresponse-${type}`, (event) => {
      const detail = (event as CustomEvent<{ reason?: string; code?: string } | null>).detail;
      seen.happenings.push([type, detail?.reason ?? detail?.code].filter(Boolean).join(' '));
    });
  }
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    seen.returns += 1;
    seen.happenings.push('return');
  });
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, value) {
    if ((document as { prerendering?: boolean }).prerendering) seen.storedEarly.push(key);
    setItem.call(this, key, value);
  };
}

/** What a page runs first. */
export const RECORD = `(${recordPage.toString()})();`;

export async function startBrowser(): Promise<Browser> {
  const found = await findEngine('chromium');
  if (!found) throw new Error('Chromium is not installed.');
  return launch(chromiumOptions(found));
}

/** A site and a browser for the tests of a file or a group: there from its first test to its last. */
export function useWorld(vendor?: SimulatorOptions): { site: Site; browser: Browser } {
  const world = {} as { site: Site; browser: Browser };
  before(async () => {
    [world.site, world.browser] = await Promise.all([startSite(vendor), startBrowser()]);
  });
  // Either may be missing where the other could not start.
  after(async () => {
    await (world.browser as Browser | undefined)?.close();
    await (world.site as Site | undefined)?.close();
  });
  return world;
}

/** A browser profile of its own, so that the tests of a file share nothing. */
export async function withVisitor<Result>(
  browser: Browser,
  visit: (newTab: () => Promise<Page>) => Promise<Result>,
): Promise<Result> {
  const context = await browser.createBrowserContext();
  try {
    return await visit(() => context.newPage());
  } finally {
    await context.close();
  }
}

export const seenIn = (page: Page): Promise<Seen> =>
  page.evaluate(() => (window as unknown as { seen: Seen }).seen);

/** The vendor's calls in the page, each with what tells one from another. */
export const callsIn = (page: Page): Promise<Call[]> =>
  page.evaluate(() => {
    const { useresponseSimulator: record } = window as unknown as {
      useresponseSimulator?: { calls: { name: string; args: [{ token?: string } | string] }[] };
    };
    return (record?.calls ?? []).map(({ name, args: [first] }): [string, string] => [
      name,
      typeof first === 'string' ? first : (first.token ?? ''),
    ]);
  });

/** Changes the element's properties, as a framework does. */
export const render = (page: Page, values: Person): Promise<unknown> =>
  page.evaluate((given) => void Object.assign(document.querySelector('useresponse-widget')!, given), {
    ...values,
  });

/** Waits until the element has identified so many users in the page's life. */
export async function identified(page: Page, count = 1): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      (window as unknown as { seen: Seen }).seen.happenings.filter((name) => name === 'identify').length ===
      wanted,
    PATIENCE,
    count,
  );
}

/** Waits until the element of the page is ready. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('useresponse-widget')?.status === 'ready',
    PATIENCE,
  );
}

export async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await ready(page);
}

export const logOut = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.dispatchEvent(new Event('logout')));

/** What the page has stored, but for what the vendor's script keeps. */
export const storedIn = (page: Page): Promise<[string, string][]> =>
  page.evaluate(() =>
    [localStorage, sessionStorage].flatMap((storage) =>
      Array.from({ length: storage.length }, (_, index) => storage.key(index)!)
        .filter((key) => !key.startsWith('useresponse-simulator'))
        .map((key): [string, string] => [key, storage.getItem(key)!]),
    ),
  );

/** Lets everything happen that is going to happen soon: for what must not happen. */
export const settled = (page: Page, milliseconds = 250): Promise<void> =>
  page.evaluate((time) => new Promise<void>((resolve) => setTimeout(resolve, time)), milliseconds);

/** Goes back in the history to a page that really was kept in the back/forward cache. */
export async function goBack(page: Page, steps = 1): Promise<void> {
  const left = page.url();
  await page.evaluate((count) => void setTimeout(() => history.go(-count)), steps);
  await page.waitForFunction(
    (address) => location.href !== address && (window as unknown as { seen?: Seen }).seen?.returns === 1,
    PATIENCE,
    left,
  );
}
