import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { folderOf } from '../../scripts/frameworks-install.mjs';
import type { PageLibrary } from './page-libraries.ts';
import { stateOf } from './apps/shared/state.mjs';
import type { Served } from './serve.ts';

const FILE = new URL('../../dist/useresponse-widget.min.js', import.meta.url);

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The same page in three kinds: the tag in what the library swaps or in what it keeps, and one that no cache keeps. */
const KINDS = ['swapped', 'kept', 'fresh'] as const;

/** Fills in the values, and keeps of the `{{#kind}} … {{/kind}}` those that the page is of. */
const fill = (page: string, kind: string, values: Record<string, string>): string =>
  page
    .replace(/\{\{#(\w+)\}\}([^]*?)\{\{\/\1\}\}/g, (_, name: string, text: string) =>
      name === kind || (name === 'swapped' && kind === 'fresh') ? text : '',
    )
    .replace(/\{\{(\w+)\}\}/g, (_, name: string) => escape(values[name] ?? ''));

/** A site of plain pages, as a server renders them for whom its cookie names: `/` and `/about`, `/kept`, `/kept/about` … */
export async function servePages({ name, script }: PageLibrary): Promise<Served> {
  const read = (file: string): string => readFileSync(join(folderOf(name), file), 'utf8');
  const scripts: Record<string, string> = {
    '/library.js': read(join('node_modules', script)),
    '/useresponse-widget.min.js': readFileSync(FILE, 'utf8'),
  };
  const page = read('page.html');

  const server = createServer((request, response) => {
    const path = request.url!;
    const state = stateOf(request.headers.cookie);
    if (path === '/sign-out') {
      const value = encodeURIComponent(JSON.stringify({ src: state.src }));
      response.setHeader('Set-Cookie', `state=${value}; Path=/`);
      return response.writeHead(303, { Location: '/' }).end();
    }
    const found = scripts[path];
    if (found) return response.setHeader('Content-Type', 'text/javascript').end(found);
    const kind = KINDS.find((name) => path.startsWith(`/${name}`)) ?? 'swapped';
    const home = kind === 'swapped' ? '/' : `/${kind}`;
    const values: Record<string, string> = { ...state, path, home, about: join(home, 'about') };
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    // What a page that is about somebody says to every cache.
    response.setHeader('Cache-Control', 'no-cache, private');
    response.end(fill(page, kind, values));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
