import type { ServerResponse } from 'node:http';
import { html } from '../shop/html.ts';
import { configuratorPage, previewPage } from './page.ts';
import { texts } from './texts.ts';

const FOLDER = '/demo/configurator';
const script = (path: string) => html`<script type="module" src="${FOLDER}/browser/${path}"></script>`;

/** Answers the configurator's two pages; false for every other path. */
export function serveConfigurator(path: string, response: ServerResponse): boolean {
  const page = pageAt(path);
  if (page) response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page);
  return Boolean(page);
}

function pageAt(path: string): string | undefined {
  if (path === '/') {
    return configuratorPage({ styles: `${FOLDER}/page.css`, script: script('index.ts') }, [
      ['/docs/index.html', texts.page.docs],
      ['/shop/', texts.page.shop],
      ['/operator/', texts.page.operator],
    ]);
  }
  if (path === '/preview.html') {
    const styles = `${FOLDER}/browser/preview/preview.css`;
    return previewPage({ styles, script: script('preview/index.ts') });
  }
  return undefined;
}
