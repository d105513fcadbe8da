import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { startSimulator } from './demo/simulator/server.ts';
import { findEngine, wantedEngines } from './scripts/browsers.mjs';
import { pageServer } from './test/helpers/page-server.mjs';
import { chromiumLauncher } from './test/launchers/chromium.mjs';
import { webkitLauncher } from './test/launchers/webkit.mjs';

const LAUNCHERS = {
  chromium: chromiumLauncher,
  firefox: ({ executable }) =>
    puppeteerLauncher({ launchOptions: { browser: 'firefox', executablePath: executable } }),
  webkit: webkitLauncher,
};

const found = await Promise.all(wantedEngines().map(async (engine) => [engine, await findEngine(engine)]));

/** The vendor, on an origin of its own: tests find it at `SIMULATOR_URL`. */
let simulator;
const simulatorPlugin = {
  name: 'simulator',
  async serverStart() {
    simulator = await startSimulator();
  },
  serverStop: () => simulator.close(),
};

export default {
  files: ['test/**/*.test.ts', '!test/e2e/**', '!test/node/**'],
  // What visitors get; Lit's development build would also write into the console that tests look at.
  nodeResolve: { exportConditions: ['production'] },
  browsers: found.filter(([, paths]) => paths).map(([engine, paths]) => LAUNCHERS[engine](paths)),
  concurrentBrowsers: found.length,
  // The pages of one browser share their storage, as the tabs of a visitor do: two files at once would disturb each other.
  concurrency: 1,
  // WebKitGTK answers the first key or click of a session only after seconds.
  testFramework: { config: { timeout: 10_000 } },
  plugins: [
    simulatorPlugin,
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
  ],
  middleware: [pageServer],
  testRunnerHtml: (runner) => `<!doctype html>
<html lang="en">
  <head><title>Tests</title></head>
  <body>
    <script>window.SIMULATOR_URL = ${JSON.stringify(simulator.url)};</script>
    <script type="module" src="${runner}"></script>
  </body>
</html>`,
};
