import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { ANNA, callsIn, open, settled, useWorld, withVisitor } from '../e2e/helpers/site.ts';
import { useProject } from './helpers/project.ts';

const MODULES = '/node_modules';
const FILE = 'useresponse-widget.min.js';
const INSPECTOR = 'useresponse-inspector.js';

const SCRIPT_HEADERS = { 'Content-Type': 'text/javascript', 'Access-Control-Allow-Origin': '*' };

describe('the installed package in a page without a bundler', () => {
  const world = useWorld();
  const project = useProject();
  /** Of another origin than the pages, as a CDN is. */
  let cdn: string;

  /** A tag for one of the files, with the hash of what is served or of something else. */
  const scriptTag = (file: string, content = project.read(`dist/${file}`)): string => {
    const hash = createHash('sha384').update(content).digest('base64');
    return `<script src="${cdn}/${file}" integrity="sha384-${hash}" crossorigin="anonymous" async></script>`;
  };

  before(() => {
    const folder = join(project.folder, 'node_modules');
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.js')) continue;
      world.site.publishDocument(
        `${MODULES}/${path}`,
        readFileSync(join(folder, path), 'utf8'),
        SCRIPT_HEADERS,
      );
    }
    cdn = `${world.site.url.replace('127.0.0.1', 'localhost')}${MODULES}/useresponse-widget/dist`;
  });

  it('identifies the visitor with one script tag', async () => {
    const { site, browser } = world;
    const script = `<script src="${cdn}/${FILE}" async></script>`;
    const address = site.publish('/tag', site.widget().tag(ANNA), { script });
    await withVisitor(browser, async (newTab) => {
      const page = await newTab();
      await open(page, address);
      assert.deepEqual(await callsIn(page), [['userConfig', ANNA.token]]);
    });
  });

  it('identifies the visitor with an import map', async () => {
    const { site, browser } = world;
    const imports = {
      'useresponse-widget': `${MODULES}/useresponse-widget/dist/index.js`,
      '@lit/reactive-element': `${MODULES}/@lit/reactive-element/reactive-element.js`,
    };
    const script = `<script type="importmap">${JSON.stringify({ imports })}</script>
      <script type="module">import 'useresponse-widget';</script>`;
    const address = site.publish('/map', site.widget().tag(ANNA), { script });
    await withVisitor(browser, async (newTab) => {
      const page = await newTab();
      await open(page, address);
      assert.deepEqual(await callsIn(page), [['userConfig', ANNA.token]]);
    });
  });

  it('runs where the tag has its hash', async () => {
    const { site, browser } = world;
    const address = site.publish('/hash', site.widget().tag(ANNA), { script: scriptTag(FILE) });
    await withVisitor(browser, async (newTab) => {
      const page = await newTab();
      await open(page, address);
      assert.deepEqual(await callsIn(page), [['userConfig', ANNA.token]]);
    });
  });

  it('does not run where the tag has the hash of something else, and leaves the fallback', async () => {
    const { site, browser } = world;
    const widget = site.widget();
    const address = site.publish('/other', widget.tag(ANNA), { script: scriptTag(FILE, 'something else') });
    await withVisitor(browser, async (newTab) => {
      const page = await newTab();
      await page.goto(address);
      await settled(page);
      assert.equal(await page.evaluate('customElements.get("useresponse-widget")'), undefined);
      assert.equal(await widget.requests(), 0);
    });
  });

  for (const [title, more] of [
    ['without a hash, where the page has none for it', () => ''],
    ['with its hash, where the page has a tag for it', () => scriptTag(INSPECTOR)],
  ] as const) {
    it(`brings the inspector beside it ${title}`, async () => {
      const { site, browser } = world;
      const script = scriptTag(FILE) + more();
      const address = site.publish(`/inspector${more().length}`, site.widget().tag(ANNA, 'debug'), {
        script,
      });
      await withVisitor(browser, async (newTab) => {
        const page = await newTab();
        await open(page, address);
        await page.waitForSelector('useresponse-inspector');
        const hashes = await page.$$eval(`script[src$="${INSPECTOR}"]`, (tags) =>
          tags.map(({ integrity }) => integrity !== ''),
        );
        assert.deepEqual(hashes, [more() !== '']);
      });
    });
  }
});
