import { mkdirSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { useWorld } from '../e2e/helpers/site.ts';
import { resultsFile } from '../../scripts/frameworks-install.mjs';
import { APPS } from './apps.ts';
import { BEHAVIOURS, type Running } from './behaviours.ts';
import { PAGE_BEHAVIOURS, type PageSite } from './page-behaviours.ts';
import { PAGE_LIBRARIES } from './page-libraries.ts';
import { servePages } from './page-server.ts';
import { MODES, serveApp, type Served } from './serve.ts';
import { visitApp, visitPage } from './visit.ts';

/** What the chat looks like is of no interest here, and takes time. */
const QUIET_VENDOR = { isBare: true };
/** How many visitors an app has at the same time. */
const VISITORS = 3;
/** How long an app may take altogether, in milliseconds. */
const PATIENCE = 460_000;

/** Whether each promise was kept, in each mode of an app. */
type Seen = Record<string, Record<string, boolean>>;

/** Has a promise tested, and writes down how that went. */
function promise(seen: Seen, name: string, mode: string, check: () => Promise<void>): void {
  it(name, async () => {
    (seen[name] ??= {})[mode] = false;
    await check();
    seen[name][mode] = true;
  });
}

function keep(name: string, seen: Seen): void {
  const file = resultsFile(name);
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, JSON.stringify(seen));
}

/** Holds an app to all that is promised, as it is developed and as it is built. */
export function testApp(name: string): void {
  const app = APPS.find((each) => each.name === name)!;
  const seen: Seen = {};

  describe(app.title, { timeout: PATIENCE }, () => {
    const world = useWorld(QUIET_VENDOR);
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
          for (const { name: told, check, isOfServer, isOfProperties } of BEHAVIOURS) {
            if ((isOfServer && app.rendering === 'client') || (isOfProperties && app.hasNoProperties))
              continue;
            promise(seen, told, mode, () => check(running));
          }
        });
      });
    }
    after(() => keep(name, seen));
  });
}

/** Holds a library that swaps pages to all that is promised. */
export function testPageLibrary(name: string): void {
  const library = PAGE_LIBRARIES.find((each) => each.name === name)!;
  const seen: Seen = {};

  describe(library.title, { timeout: PATIENCE }, () => {
    const world = useWorld(QUIET_VENDOR);
    let served: Served | undefined;
    const site: PageSite = {
      library,
      visit: (path, start, use) => visitPage({ ...world, url: served!.url + path }, start, use),
    };
    before(async () => {
      served = await servePages(library);
    });
    after(() => served?.close());

    describe('keeps its promises:', { concurrency: VISITORS }, () => {
      for (const { name: told, check, isFor } of PAGE_BEHAVIOURS) {
        if (isFor?.(library) === false) continue;
        promise(seen, told, 'pages', () => check(site));
      }
    });
    after(() => keep(name, seen));
  });
}
