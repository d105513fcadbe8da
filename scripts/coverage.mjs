import { fileURLToPath } from 'node:url';
import MCR from 'monocart-coverage-reports';
import { transformWithOxc } from 'vite';

/** Least percentage of `src/` that the tests must run through. */
const THRESHOLDS = { statements: 95, branches: 95, functions: 95, lines: 95 };
/** Runs on servers, or is nothing but types: its tests run elsewhere, where nothing is measured. */
const NOT_IN_BROWSERS = /^src\/(server|cli|frameworks)/;

const root = fileURLToPath(new URL('..', import.meta.url));

/** The path within the project of a script that the test server served. */
const sourceOf = (url) => decodeURIComponent(new URL(url).pathname).slice(1);
const isMeasured = (path) => /^src\/.*\.ts$/.test(path) && !NOT_IN_BROWSERS.test(path);

/** Gathers what the tests ran through, over all test files and all pages, and holds it against the thresholds. */
export class Coverage {
  #report = MCR({
    name: 'useresponse-widget',
    outputDir: 'coverage',
    baseDir: root,
    clean: true,
    cleanCache: true,
    logging: 'error',
    reports: ['v8', 'lcovonly', ['console-details', { skipPercent: 100, metrics: Object.keys(THRESHOLDS) }]],
    // The pages' sources come in one file with a map, those that a test imports one by one.
    sourceFilter: (path) => path.startsWith('src/'),
    sourcePath: (path) => path.replace(/^(\.\.\/)+/, ''),
    // A file that no test imports counts as not covered.
    all: {
      dir: 'src',
      filter: (file) => isMeasured(file.replaceAll('\\', '/').replace(/^.*?(?=src\/)/, '')),
      transformer: async (entry) => {
        const { code, map } = await transformWithOxc(entry.source, entry.url, { target: 'es2022' });
        Object.assign(entry, { source: code, sourceMap: map });
      },
    },
  });
  #pending = Promise.resolve();
  #sources = new Map();

  /** Takes V8's script coverages; several of one URL add up. Resolves when the test server is not needed any more. */
  async add(entries) {
    const measured = entries.filter(({ url }) => url.startsWith('http') && isMeasured(sourceOf(url)));
    for (const { url } of measured) {
      if (!this.#sources.has(url)) this.#sources.set(url, await (await fetch(url)).text());
    }
    const scripts = measured.map((entry) => ({
      ...entry,
      source: this.#sources.get(entry.url),
      url: new URL(sourceOf(entry.url), 'http://localhost').href,
    }));
    // One after the other, because the report writes each to disk and looks at the clock for its name.
    if (scripts.length) this.#pending = this.#pending.then(() => this.#report.add(scripts));
  }

  /** Prints the report; gives one sentence for each threshold that is missed. */
  async check() {
    await this.#pending;
    const results = await this.#report.generate();
    if (!results) return ['Coverage: nothing was measured.'];
    return Object.entries(THRESHOLDS).flatMap(([metric, least]) => {
      const { pct, total } = results.summary[metric];
      return total > 0 && pct >= least
        ? []
        : [`Coverage of ${metric} is ${pct || 0} %, less than ${least} %.`];
    });
  }
}
