import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { open, useWorld, withVisitor } from '../e2e/helpers/site.ts';
import { bundlersIn, TOOLS, type Place } from './helpers/bundlers.ts';
import { useProject } from './helpers/project.ts';
import { useTools } from './helpers/tools.ts';

const PAGE = `
import 'useresponse-widget';
import { UseresponseWidget } from 'useresponse-widget/element';
window.isOneClass = customElements.get('useresponse-widget') === UseresponseWidget;
`;
const UNUSED = `
import { UseresponseWidget } from 'useresponse-widget/element';
import 'useresponse-widget/react';
export const all = 1;
`;
const SERVER = `
import { createToken } from 'useresponse-widget/server';
globalThis.token = createToken({ email: 'testchat@test.com', securityKey: 's3cr3t-kéy' });
`;
const TOKEN = '200b6422385454428ea9b2d6d2e1576ccc127826786adbc66ba89e359dc89612';

describe('the installed package', () => {
  const world = useWorld();
  const project = useProject();
  const bundlers = bundlersIn(useTools('bundlers', TOOLS));

  before(() => {
    project.write('page.js', PAGE);
    project.write('unused.js', UNUSED);
    project.write('server.js', SERVER);
  });

  for (const [name, bundle] of Object.entries(bundlers)) {
    describe(`bundled by ${name}`, () => {
      const make = async (entry: string, place: Place): Promise<string> => {
        const file = join(project.folder, name, place, `${entry}.mjs`);
        await bundle(join(project.folder, `${entry}.js`), file, place);
        return file;
      };
      const start = async (file: string): Promise<unknown> => {
        await import(pathToFileURL(file).href);
        return await (globalThis as { token?: Promise<string> }).token;
      };

      it('boots the widget in a browser, with one class in both entries', async () => {
        const { site, browser } = world;
        const code = readFileSync(await make('page', 'browser'), 'utf8');
        site.publishDocument(`/${name}.js`, code, { 'Content-Type': 'text/javascript' });
        const script = `<script type="module" src="/${name}.js"></script>`;
        const address = site.publish(`/${name}`, site.widget().tag(), { script });
        await withVisitor(browser, async (newTab) => {
          const page = await newTab();
          await open(page, address);
          assert.equal(await page.evaluate('isOneClass'), true);
        });
      });

      it('leaves nothing of itself where nothing of it is used', async () => {
        const code = readFileSync(await make('unused', 'browser'), 'utf8');
        assert.doesNotMatch(code, /useresponse|litElement|HTMLElement/i);
      });

      for (const place of ['node', 'workerd', 'edge-light'] as const) {
        it(`makes a token on a server, for ${place}`, async () =>
          assert.equal(await start(await make('server', place)), TOKEN));
      }

      it('says in a browser that the entry for servers belongs on a server', async () => {
        const file = await make('server', 'browser');
        await assert.rejects(start(file), /useresponse-widget\/server belongs on a server/);
      });
    });
  }
});
