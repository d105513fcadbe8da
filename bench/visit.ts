import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { SITE, VENDOR_SCRIPT } from './pages.ts';
import type { World } from './world.ts';

/** As slow as a middling phone, compared with a desk's machine. */
export const CPU_THROTTLE = 4;

/** What was seen on a page, in milliseconds since its navigation began. */
export interface Seen {
  requested: number | undefined;
  arrived: number | undefined;
  identified: number | undefined;
  loaded: number;
}

declare global {
  interface Window {
    bench: { identified?: number; isIdentified: Promise<void> };
  }
}

/** Runs before anything of the page. The simulator takes up a record that is there: so nothing of the vendor's is changed. */
function prepare(): void {
  let tell: (() => void) | undefined;
  window.bench = { isIdentified: new Promise((resolve) => (tell = resolve)) };
  const calls = Object.assign([], {
    push({ name }: { name: string }) {
      if (name !== 'userConfig') return;
      window.bench.identified ??= performance.now();
      tell?.();
    },
  });
  Object.assign(window, { useresponseSimulator: { calls, booted: 0, iidFound: false, errors: [] } });
}

/** Opens a page as a visitor does who has never been there, and hands it over. */
export async function visit<Result>(
  world: World,
  url: string,
  look: (page: Page) => Promise<Result>,
): Promise<Result> {
  const page = await world.browser.newPage();
  try {
    await forget(world, page);
    await page.evaluateOnNewDocument(prepare);
    await page.emulateCPUThrottling(CPU_THROTTLE);
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    return await look(page);
  } finally {
    await page.close();
  }
}

/** Nothing is kept of the visit before. A profile of its own would do, too, but Chromium makes no preconnects in such a one. */
async function forget(world: World, page: Page): Promise<void> {
  const client = await page.createCDPSession();
  await client.send('Network.clearBrowserCache');
  await client.send('Storage.clearDataForOrigin', { origin: SITE, storageTypes: 'all' });
  await client.detach();
  world.hangUp();
  // The browser has to see that its connections are gone.
  await wait(20);
}

/** Waits for what a page is about, and reads its clock. */
export function see(
  page: Page,
  { identified, loaded }: { identified: boolean; loaded: boolean },
): Promise<Seen> {
  return page.evaluate(
    async (address, waits) => {
      if (waits.identified) await window.bench.isIdentified;
      if (waits.loaded && document.readyState !== 'complete')
        await new Promise((resolve) => addEventListener('load', () => setTimeout(resolve)));
      const entries = performance.getEntriesByName(address) as PerformanceResourceTiming[];
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      return {
        requested: entries[0]?.startTime,
        arrived: entries[0]?.responseEnd,
        identified: window.bench.identified,
        loaded: navigation!.loadEventStart,
      };
    },
    VENDOR_SCRIPT,
    { identified, loaded },
  );
}
