import { ChromeLauncher } from '@web/test-runner-chrome';
import { chromiumOptions } from '../../scripts/browsers.mjs';

/**
 * Chromium that can hand on V8's raw coverage of each test file. The runner's own conversion keeps one copy per URL, so
 * what ran in frames, where each page loads the sources anew, would be lost.
 */
class ChromiumLauncher extends ChromeLauncher {
  #onCoverage;

  constructor(paths) {
    super(
      chromiumOptions(paths),
      ({ browser }) => browser.defaultBrowserContext(),
      async ({ context }) => {
        const page = await context.newPage();
        await this.#startCoverage(page);
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
    const page = this.getPage(id);
    if (this.#onCoverage) {
      const entries = await page.coverage.stopJSCoverage();
      this.#onCoverage(
        entries.map(({ rawScriptCoverage, text }) => ({ ...rawScriptCoverage, source: text })),
      );
    }
    const result = await super.stopSession(id);
    await this.#startCoverage(page);
    return result;
  }

  async #startCoverage(page) {
    if (!this.#onCoverage) return;
    await page.coverage.startJSCoverage({ includeRawScriptCoverage: true, resetOnNavigation: false });
  }
}

export const chromiumLauncher = (paths) => new ChromiumLauncher(paths);
