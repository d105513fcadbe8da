/**
 * Builds the configurator, into `dist-demo/` or the folder that is named, as a site that needs no server and works
 * from any folder: relative addresses, and classic scripts, since browsers refuse modules that come from a file.
 */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { configuratorPage, previewPage } from '../demo/configurator/page.ts';
import { html } from '../demo/shop/html.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = `${root}demo/configurator`;
const target = resolve(process.argv[2] ?? `${root}dist-demo`);

async function bundle(entry, name) {
  await build({
    configFile: false,
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
writeFileSync(`${target}/index.html`, configuratorPage(files('configurator'), []));
writeFileSync(`${target}/preview.html`, previewPage(files('preview')));
