import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { build } from 'vite';
import { ANNA, BOB, callsIn, identified, RECORD, useWorld, withVisitor } from './helpers/site.ts';

const root = new URL('../../', import.meta.url).pathname;
const text = readFileSync(join(root, 'docs/server-rendering.md'), 'utf8');
const FILES = [...text.matchAll(/^```js\n\/\/ (\S+)\n([^]*?)^```/gm)].map(([, name, code]) => [name!, code!]);

interface Data {
  src: string;
  user: { token?: string; email?: string; fields: Record<string, string> } | undefined;
}

describe('the code of docs/server-rendering.md', { timeout: 240_000 }, () => {
  const world = useWorld();
  /** Within the project, where its packages are found, and this one by its name. */
  let folder: string;
  let page: (data: Data) => Promise<string>;
  let bundle: string;

  before(async () => {
    folder = mkdtempSync(join(root, 'dist/.server-rendering-'));
    for (const [name, code] of FILES) writeFileSync(join(folder, name!), code!);
    ({ page } = (await import(pathToFileURL(join(folder, 'page.js')).href)) as { page: typeof page });
    const built = await build({
      root: folder,
      configFile: false,
      logLevel: 'error',
      build: { write: false, lib: { entry: 'browser.js', formats: ['es'] } },
    });
    const [{ output }] = built as unknown as [{ output: [{ code: string }] }];
    bundle = output[0].code;
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const fields = { property_170: '"Kites" & <more>', property_171: '' };
  const dataOf = (src: string, user?: { token?: string; email?: string }): Data => ({
    src,
    user: user && { ...user, fields },
  });

  it('is whole', () =>
    assert.deepEqual(FILES.map(([name]) => name).sort(), ['browser.js', 'page.js', 'support.js']));

  it('shows the way to support where no script runs', () =>
    withVisitor(world.browser, async (newTab) => {
      const { src } = world.site.widget();
      const tab = await newTab();
      await tab.setJavaScriptEnabled(false);
      await tab.goto(world.site.publishDocument('/plain', await page(dataOf(src, ANNA))));
      assert.equal(await tab.$eval('useresponse-widget a', (link) => link.checkVisibility()), true);
      assert.deepEqual(
        await tab.$eval(
          'useresponse-widget',
          (tag) => JSON.parse(tag.getAttribute('properties')!) as unknown,
        ),
        fields,
      );
    }));

  it('is hydrated without a difference, recognises the visitor once, and follows what changes', () =>
    withVisitor(world.browser, async (newTab) => {
      const widget = world.site.widget();
      const lines: string[] = [];
      const html = await page(dataOf(widget.src, ANNA));
      world.site.publishDocument('/bundle.js', bundle, { 'Content-Type': 'text/javascript' });
      const tab = await newTab();
      tab.on('console', (line) => lines.push(line.text()));
      tab.on('pageerror', (error) => lines.push(String(error)));
      await tab.goto(
        world.site.publishDocument(
          '/hydrated',
          `${html}<link rel="icon" href="data:,"><script>
            ${RECORD}
            document.querySelector('useresponse-widget').isFromServer = true;
          </script>
          <script type="module">
            import { start } from '/bundle.js';
            window.change = start(${JSON.stringify(dataOf(widget.src, ANNA)).replaceAll('<', '\\u003c')});
          </script>`,
        ),
      );
      await identified(tab);
      assert.equal(await tab.$eval('useresponse-widget', (tag) => 'isFromServer' in tag), true);
      await tab.evaluate(
        (data) => (window as unknown as { change(data: unknown): void }).change(data),
        dataOf(widget.src, BOB) as never,
      );
      await identified(tab, 2);
      assert.deepEqual(await callsIn(tab), [
        ['userConfig', 'aa11'],
        ['clearChatStorage', widget.id],
        ['userConfig', 'bb22'],
      ]);
      assert.deepEqual(
        lines.filter((line) => !line.includes('imulator')),
        [],
      );
    }));
});
