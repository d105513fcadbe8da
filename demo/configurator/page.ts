import { html, type Html } from '../shop/html.ts';
import { texts } from './texts.ts';

/** Where a page finds its files: modules and addresses of Vite's server, or the folder of the static site. */
export interface Places {
  styles: string;
  script: Html;
}

/**
 * Nothing but the page's own files is let in or out: the promise that nothing is sent anywhere is the browser's, too.
 * For a page that is a file, some browsers do not count its neighbours as its own.
 */
const OWN = "'self' file:";
const POLICY = [
  "default-src 'none'",
  ...['script-src', 'style-src', 'frame-src'].map((kind) => `${kind} ${OWN}`),
  `img-src data: ${OWN}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The page; `links` lead to what is beside it. */
export function configuratorPage(
  { styles, script }: Places,
  links: [address: string, text: string][],
): string {
  const { page } = texts;
  return documentOf(
    page.title,
    html`<link rel="stylesheet" href="${styles}" /> ${script}`,
    html`<a class="skip" href="#set-up">${page.steps}</a>
      <header>
        <div>
          <h1>${page.title}</h1>
          <p class="lead">${page.lead}</p>
          <p class="privacy">${page.privacy}</p>
        </div>
        ${
          links.length > 0 &&
          html`<nav>${links.map(([address, text]) => html`<a href="${address}">${text}</a> `)}</nav>`
        }
      </header>
      <main id="set-up" tabindex="-1">
        <noscript><p class="needs-script">${page.needsScript}</p></noscript>
        <configurator-view></configurator-view>
      </main>`,
  );
}

/** The page in the frame of the preview. */
export function previewPage({ styles, script }: Places): string {
  const { preview } = texts;
  return documentOf(
    preview.frame,
    html`<link rel="stylesheet" href="${styles}" /> ${script}`,
    html`<main>
      <div class="top">
        <h1 id="site">${preview.siteTitle}</h1>
        <p id="greeting"></p>
      </div>
      <div class="bars" aria-hidden="true"><span></span><span></span><span></span><span></span></div>
    </main>`,
  );
}

/** A whole page, of this site or of the documentation beside it. */
export function documentOf(title: string, head: Html, body: Html, description = texts.page.lead): string {
  return html`<!doctype html>
    <html lang="${texts.language}" dir="${texts.direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="description" content="${description}" />
        <title>${title}</title>
        <link
          rel="icon"
          href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath fill='%234b5fd6' d='M4 3h16a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z'/%3E%3C/svg%3E"
        />
        ${head}
      </head>
      <body>
        ${body}
      </body>
    </html> `.markup;
}
