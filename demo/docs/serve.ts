import type { ServerResponse } from 'node:http';
import { openSite } from './site.ts';

const STYLES = ['/demo/configurator/page.css', '/demo/docs/page.css'];
const FIRST_PAGE = '/docs/index.html';

/** Answers the pages of the documentation, as the texts are now; false for every other path. */
export function serveDocs(path: string, response: ServerResponse): boolean {
  if (!path.startsWith('/docs')) return false;
  if (path === '/docs' || path === '/docs/') {
    response.writeHead(302, { Location: FIRST_PAGE }).end();
    return true;
  }
  const write = openSite(() => STYLES).pages.get(decodeURI(path.slice(1)));
  if (write) response.setHeader('Content-Type', 'text/html; charset=utf-8').end(write());
  return Boolean(write);
}
