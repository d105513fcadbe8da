import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { startSimulator } from './demo/simulator/server.ts';
import { findEngine, wantedEngines } from './scripts/browsers.mjs';
import { ownScript } from './test/helpers/own-script.mjs';
import { pageServer } from './test/helpers/page-server.mjs';
import { makeTellable } from './test/helpers/tellable.mjs';
import { chromiumLauncher, newVisitor } from './test/launchers/chromium.mjs';
import { webkitLauncher } from './test/launchers/webkit.mjs';

/** Test files at a time in each engine: mostly they wait for pages. Each has a storage of its own. */
const CONCURRENCY = 2;

/** Of two test files one is in a background tab, where Firefox holds back timers, in the end for half a minute, and frames. */
const FOREGROUND = {
  'dom.min_background_timeout_value': 4,
  'dom.min_background_timeout_value_without_budget_throttling': 4,
  'dom.timeout.enable_budget_timer_throttling': false,
  'layout.throttled_frame_rate': 60,
};

const LAUNCHERS = {
  chromium: chromiumLauncher,
  firefox: ({ executable }) =>
    puppeteerLauncher({
      launchOptions: {
        browser: 'firefox',
        executablePath: executable,
        extraPrefsFirefox: FOREGROUND,
      },
      createPage: newVisitor,
    }),
  webkit: webkitLauncher,
};

const found = await Promise.all(wantedEngines().map(async (engine) => [engine, await findEngine(engine)]));

/** For tests that make up their own cases: which, and how many times the usual number. Run again with what was printed. */
const RUNS = {
  seed: Number(process.env.SEED ?? Date.now() % 2 ** 31),
  factor: Number(process.env.LONG ?? 1),
  isThorough: Boolean(process.env.CI),
  engines: found.filter(([, paths]) => paths).map(([engine]) => engine),
};

/** The vendor, on an origin of its own: tests find it at `SIMULATOR_URL`. */
let simulator;
const simulatorPlugin = {
  name: 'simulator',
  async serverStart() {
    simulator = await startSimulator(0, { isBare: true });
  },
  serverStop: () => simulator.close(),
};

export default {
  // The longest first, or one would run alone in the end.
  files: [
    ...['races', 'life-cycle', 'clearing', 'loading'].map((name) => `test/${name}.test.ts`),
    'test/*.test.ts',
  ],
  // What visitors get; Lit's development build would also write into the console that tests look at.
  nodeResolve: { exportConditions: ['production'] },
  browsers: found
    .filter(([, paths]) => paths)
    .map(([engine, paths]) => LAUNCHERS[engine](paths, CONCURRENCY)),
  concurrentBrowsers: found.length,
  concurrency: CONCURRENCY,
  // WebKitGTK answers the first key or click of a session only after seconds.
  testFramework: { config: { timeout: 30_000 } },
  // Five browsers start at the same time, on a machine that may be busy with something else.
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  // A machine half as fast, and one that measures coverage beside it, must not look like a hanging test.
  testsFinishTimeout: 900_000 * RUNS.factor,
  plugins: [
    simulatorPlugin,
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
  ],
  middleware: [ownScript, pageServer],
  testRunnerHtml: (runner) => `<!doctype html>
<html lang="en">
  <head><title>Tests</title></head>
  <body>
    <script>
      (${makeTellable})();
      window.SIMULATOR_URL = ${JSON.stringify(simulator.url)};
      window.RUNS = ${JSON.stringify(RUNS)};
    </script>
    <script type="module" src="${runner}"></script>
  </body>
</html>`,
};
