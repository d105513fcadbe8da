import type { CDPSession, Page } from 'puppeteer-core';
import { page, tag } from './pages.ts';
import { limited, row, type Row } from './rows.ts';
import { see, visit } from './visit.ts';
import type { World } from './world.ts';

const MANY = 10_000;
const HEAP_LIMIT = 100;
/** Longer than it takes the element to call a second tag a mistake, in milliseconds. */
const SETTLED = 1_500;

declare global {
  interface Window {
    /** The page's timers that have not run yet. */
    timers: Set<unknown>;
  }
}

/** What is left of the page after a collection. */
interface Held {
  heap: number;
  nodes: number;
  listeners: number;
  timers: number;
}

/** What a visit can repeat; each runs in the page, `count` times. */
const ACTS = {
  'attach and detach': async (count: number) => {
    const hop = new MessageChannel();
    const element = document.querySelector('useresponse-widget')!;
    for (let index = 0; index < count; index += 1) {
      const another = element.cloneNode(true) as Element;
      element.after(another);
      element.remove();
      another.after(element);
      another.remove();
      // A task between, in which no timer is nested and so made to wait.
      hop.port1.postMessage(0);
      await new Promise((resolve) => (hop.port2.onmessage = resolve));
    }
  },
  'attribute changes': async (count: number) => {
    const hop = new MessageChannel();
    const element = document.querySelector('useresponse-widget')!;
    for (let index = 0; index < count; index += 1) {
      const taken = new Promise((resolve) =>
        element.addEventListener('useresponse-identify', resolve, { once: true }),
      );
      element.setAttribute('name', `Anna ${index}`);
      await taken;
      hop.port1.postMessage(0);
      await new Promise((resolve) => (hop.port2.onmessage = resolve));
    }
  },
  'log-outs': async (count: number) => {
    const hop = new MessageChannel();
    for (let index = 0; index < count; index += 1) {
      document.dispatchEvent(new Event('logout'));
      hop.port1.postMessage(0);
      await new Promise((resolve) => (hop.port2.onmessage = resolve));
    }
  },
};

/** Whether what happens ten thousand times leaves anything behind, and takes as long each time. */
export async function measureLeaks(world: World): Promise<Row[]> {
  world.distance.roundTrip = 0;
  const url = world.publish('/leaks', page(await tag(), 0));
  const rows: Row[] = [];
  for (const [name, act] of Object.entries(ACTS)) {
    rows.push(...(await visit(world, 'about:blank', (page) => repeat(page, url, name, act))));
  }
  return rows;
}

async function repeat(
  page: Page,
  url: string,
  name: string,
  act: (count: number) => Promise<void>,
): Promise<Row[]> {
  await page.emulateCPUThrottling(1);
  await page.evaluateOnNewDocument(countTimers);
  await page.goto(url);
  await see(page, { identified: true, loaded: true });
  const client = await page.createCDPSession();
  await client.send('Performance.enable');
  // What the first thousands make the browser compile is no leak.
  await timed(page, client, act, MANY / 10);
  const half = await timed(page, client, act, MANY / 2);
  const before = await held(page, client);
  const whole = await timed(page, client, act, MANY);
  const after = await held(page, client);
  const what = `${MANY.toLocaleString('en')} ${name}`;
  const left = (key: keyof Held): number => Math.max(0, after[key] - before[key]);
  return [
    limited(
      `${what}: nodes, listeners and timers left`,
      ['the tag', [left('nodes') + left('listeners') + left('timers')]],
      '',
      0,
    ),
    limited(`${what}: heap growth`, ['the tag', [left('heap') / 1_000]], 'kB', HEAP_LIMIT),
    row(`${what}: time of the main thread`, ['the tag', [whole]]),
    limited(`${what}: time, in times that of half as many`, ['the tag', [whole / half]], '', 2.2),
  ];
}

function countTimers(): void {
  const { setTimeout: set, clearTimeout: clear } = window;
  window.timers = new Set();
  Object.assign(window, {
    setTimeout(handler: (...args: unknown[]) => void, ...rest: [number?, ...unknown[]]) {
      const timer = set(
        (...args: unknown[]) => {
          window.timers.delete(timer);
          handler(...args);
        },
        ...rest,
      );
      window.timers.add(timer);
      return timer;
    },
    clearTimeout(timer: number) {
      window.timers.delete(timer);
      clear(timer);
    },
  });
}

/** How long the page's thread is at work, in milliseconds: what else the machine does is not in it. */
async function timed(
  page: Page,
  client: CDPSession,
  act: (count: number) => Promise<void>,
  count: number,
): Promise<number> {
  const start = await threadTime(client);
  await page.evaluate(act, count);
  return (await threadTime(client)) - start;
}

async function threadTime(client: CDPSession): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ThreadTime')!.value * 1_000;
}

async function held(page: Page, client: CDPSession): Promise<Held> {
  await page.evaluate((time) => new Promise<void>((resolve) => setTimeout(() => resolve(), time)), SETTLED);
  // What one collection sets free may hold what the next one does.
  for (let index = 0; index < 3; index += 1) await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await client.send('Memory.getDOMCounters');
  const timers = await page.evaluate(() => window.timers.size);
  return { heap: usedSize, nodes, listeners: jsEventListeners, timers };
}
