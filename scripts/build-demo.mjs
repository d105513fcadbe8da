/**
 * Builds the configurator and the documentation, into `dist-demo/` or the folder that is named, as a site that needs no
 * server and works from any folder: relative addresses, and classic scripts, since browsers refuse modules that come from a
 * file.
 */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { configuratorPage, previewPage } from '../demo/configurator/page.ts';
import { texts } from '../demo/configurator/texts.ts';
import { pathOf } from '../demo/docs/files.ts';
import { openSite } from '../demo/docs/site.ts';
import { html } from '../demo/shop/html.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = `${root}demo/configurator`;
const target = resolve(process.argv[2] ?? `${root}dist-demo`);

/** Made of the sources, where package.json's `sideEffects` speaks of the published files alone. */
const keepRegistration = {
  name: 'keep-registration',
  transform: { filter: { id: /\/src\/index\.ts$/ }, handler: (code) => ({ code, moduleSideEffects: true }) },
};

async function bundle(entry, name) {
  await build({
    configFile: false,
    plugins: [keepRegistration],
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: target,
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: `${source}/browser/${entry}`,
        output: { format: 'iife', entryFileNames: name },
      },
    },
  });
}

const files = (name) => ({
  styles: `${name}.css`,
  script: html`<script src="${name}.js" defer></script>`,
});

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
await bundle('index.ts', 'configurator.js');
await bundle('preview/index.ts', 'preview.js');
copyFileSync(`${source}/page.css`, `${target}/configurator.css`);
copyFileSync(`${source}/browser/preview/preview.css`, `${target}/preview.css`);
writeFileSync(
  `${target}/index.html`,
  configuratorPage(files('configurator'), [['docs/index.html', texts.page.docs]]),
);
writeFileSync(`${target}/preview.html`, previewPage(files('preview')));

const docs = openSite((relative) => ['configurator.css', 'docs/page.css'].map(relative));
for (const address of [...docs.pages.keys(), ...docs.files.keys()])
  mkdirSync(dirname(`${target}/${address}`), { recursive: true });
copyFileSync(`${root}demo/docs/page.css`, `${target}/docs/page.css`);
for (const [address, write] of docs.pages) writeFileSync(`${target}/${address}`, write());
for (const [address, file] of docs.files) copyFileSync(pathOf(file), `${target}/${address}`);
