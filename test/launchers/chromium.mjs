import { ChromeLauncher } from '@web/test-runner-chrome';
import { chromiumOptions } from '../../scripts/browsers.mjs';

/** V8 forgets the scripts of closed frames at its next garbage collection, so they are looked at often; milliseconds. */
const TAKE_EVERY = 250;

const hasRun = ({ url, functions }) =>
  url.includes('/src/') && functions.some(({ ranges }) => ranges.some(({ count }) => count > 0));

/** A page with a storage of its own, so that test files which run at the same time do not disturb each other. */
export const newVisitor = async ({ browser }) =>
  (await browser.createBrowserContext()).newPage({ type: 'window' });

/**
 * Chromium that can hand on V8's raw coverage of each test file. The runner's own conversion keeps one copy per URL, so
 * what ran in frames, where each page loads the sources anew, would be lost; and puppeteer's leaves out the scripts of
 * frames that were closed before it had asked for their source.
 */
class ChromiumLauncher extends ChromeLauncher {
  #onCoverage;
  #measuring = new WeakMap();

  constructor(paths) {
    super(
      chromiumOptions(paths),
      ({ browser }) => browser.defaultBrowserContext(),
      async ({ browser }) => {
        const page = await newVisitor({ browser });
        if (this.#onCoverage) await this.#startCoverage(page);
        return page;
      },
    );
    this.name = 'Chromium';
  }

  /** Calls back with a list of V8 script coverages after each test file. */
  measure(onCoverage) {
    this.#onCoverage = onCoverage;
  }

  async stopSession(id) {
    const measuring = this.#measuring.get(this.getPage(id));
    if (measuring) {
      await measuring.take();
      await this.#onCoverage(measuring.taken.splice(0));
    }
    return super.stopSession(id);
  }

  async #startCoverage(page) {
    const profiler = await page.createCDPSession();
    await profiler.send('Profiler.enable');
    await profiler.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    const taken = [];
    // What was taken is not counted again.
    const take = async () => {
      const { result } = await profiler.send('Profiler.takePreciseCoverage');
      taken.push(...result.filter(hasRun));
    };
    this.#measuring.set(page, { take, taken });
    const timer = setInterval(() => take().catch(() => clearInterval(timer)), TAKE_EVERY);
    timer.unref();
  }
}

export const chromiumLauncher = (paths) => new ChromiumLauncher(paths);
