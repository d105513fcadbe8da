import { mkdirSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { useWorld } from '../e2e/helpers/site.ts';
import { resultsFile } from '../../scripts/frameworks-install.mjs';
import { APPS } from './apps.ts';
import { BEHAVIOURS, type Running } from './behaviours.ts';
import { MODES, serveApp, type Served } from './serve.ts';
import { visitApp } from './visit.ts';

/** How many visitors an app has at the same time. */
const VISITORS = 3;

/** Holds an app to all that is promised, as it is developed and as it is built, and writes down what was seen. */
export function testApp(name: string): void {
  const app = APPS.find((each) => each.name === name)!;
  const seen: Record<string, Record<string, boolean>> = {};

  describe(app.title, { timeout: 280_000 }, () => {
    const world = useWorld();
    for (const mode of MODES) {
      describe(`in ${mode}`, () => {
        const running: Running = {
          url: '',
          isServerRendered: app.rendering === 'server',
          visit: (start, use) => visitApp({ ...world, url: running.url }, start, use),
        };
        let served: Served | undefined;
        before(async () => {
          served = await serveApp(app, mode);
          running.url = served.url;
          // The first visit is the one that development servers compile for.
          await running.visit({}, async () => {});
        });
        after(() => served?.close());

        describe('keeps its promises:', { concurrency: VISITORS }, () => {
          for (const { name: promise, check, isOfServer } of BEHAVIOURS) {
            if (isOfServer && app.rendering === 'client') continue;
            it(promise, async () => {
              (seen[promise] ??= {})[mode] = false;
              await check(running);
              seen[promise][mode] = true;
            });
          }
        });
      });
    }
    after(() => {
      const file = resultsFile(name);
      mkdirSync(new URL('.', file), { recursive: true });
      writeFileSync(file, JSON.stringify(seen));
    });
  });
}
