import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { SNIPPET } from './pages.ts';
import { limited, row, type Row } from './rows.ts';

const GOAL = 5_500;
const FOLDER = fileURLToPath(new URL('../.cache/bench', import.meta.url));

/** What others weigh. Installed for the run only, at these versions. */
const PACKAGES = {
  giscus: '1.6.0',
  '@livechat/widget-core': '1.4.1',
  '@intercom/messenger-js-sdk': '0.0.20',
  'react-live-chat-loader': '2.11.0',
  lit: '3.3.3',
};

/** What a site takes of each; all of them load a script of somebody's, which is not counted for anyone. */
const ENTRIES: Record<string, string> = {
  giscus: `import 'giscus';`,
  '@livechat/widget-core': `export * from '@livechat/widget-core';`,
  '@intercom/messenger-js-sdk': `export * from '@intercom/messenger-js-sdk'; export { default } from '@intercom/messenger-js-sdk';`,
  'react-live-chat-loader, one provider': `export { LiveChatLoaderProvider, Intercom } from 'react-live-chat-loader';`,
  'lit, LitElement and html': `export { LitElement, html } from 'lit';`,
  'lit, its reactive base': `export { ReactiveElement } from '@lit/reactive-element';`,
};

const WHAT = 'bytes, minified, with brotli';

/** What a page loads for the sake of the tag, and for others of its kind. */
export async function measureBytes(): Promise<Row[]> {
  install();
  const file = new URL('../dist/useresponse-widget.min.js', import.meta.url);
  const rows = [
    limited(WHAT, ['useresponse-widget.min.js', [weigh(readFileSync(file))]], 'bytes', GOAL),
    row(WHAT, ['the vendor’s snippet, in each page', [weigh(SNIPPET.head ?? '')]], 'bytes'),
  ];
  for (const [name, code] of Object.entries(ENTRIES)) {
    rows.push(row(WHAT, [name, [weigh(await bundle(code))]], 'bytes'));
  }
  return rows;
}

const weigh = (content: string | Buffer): number => brotliCompressSync(content).length;

function install(): void {
  const description = JSON.stringify({ private: true, dependencies: PACKAGES });
  const file = join(FOLDER, 'package.json');
  if (existsSync(join(FOLDER, 'node_modules')) && readFileSync(file, 'utf8') === description) return;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file, description);
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--legacy-peer-deps'];
  execFileSync('npm', ['install', ...options, '--loglevel=error'], { cwd: FOLDER, stdio: 'inherit' });
}

/** As the file for a CDN is made, but for what is particular to it. */
async function bundle(code: string): Promise<string> {
  const entry = join(FOLDER, 'entry.js');
  writeFileSync(entry, code);
  const output = await build({
    configFile: false,
    root: FOLDER,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      minify: 'terser',
      terserOptions: { ecma: 2022, module: true, compress: { passes: 3 } },
      rolldownOptions: {
        input: entry,
        external: /^react(\/|$)/,
        preserveEntrySignatures: 'strict',
        output: { format: 'es' },
      },
    },
  });
  const { output: files } = output as Rolldown.RolldownOutput;
  return files.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
}
