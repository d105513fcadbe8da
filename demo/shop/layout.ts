import { html, type Html } from './html.ts';
import { logo } from './kite-art.ts';
import type { Person } from './people.ts';
import { WIDGET } from './widget-tag.ts';

export interface Page {
  title: string;
  main: Html;
  /** The part of the site that the page belongs to, as a path. */
  section?: string;
  status?: number;
  /** The page after a log-out carries no tag, like that of a CMS. */
  withoutWidget?: boolean;
}

export interface Shell {
  page: Page;
  person: Person | undefined;
  simulator: string;
  widget: Html | undefined;
}

export function renderPage({ page, person, simulator, widget }: Shell): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title} · Fairlead Kites</title>
        <link rel="icon" href="/demo/shop/styles/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/demo/shop/styles/base.css" />
        <link rel="stylesheet" href="/demo/shop/styles/layout.css" />
        <link rel="stylesheet" href="/demo/shop/styles/pages.css" />
        <script type="module" src="/demo/shop/browser/index.ts"></script>
        <script type="module" src="/src/index.ts"></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the kites</a>
        <div class="shop">
          ${header(page, person)}
          <main id="main" tabindex="-1">${page.main}</main>
          ${footer(widget)}
        </div>
        ${backstage(simulator)}
      </body>
    </html> `.markup;
}

function header({ section }: Page, person: Person | undefined): Html {
  const link = (path: string, text: string) =>
    html`<li><a href="${path}" ${path === section && html` aria-current="page"`}>${text}</a></li>`;
  return html`<header class="masthead">
    <a class="brand" href="/shop/">${logo()}<span>Fairlead Kites</span></a>
    <nav aria-label="Shop">
      <ul>
        ${link('/shop/', 'Kites')} ${link('/shop/support', 'Support')}
        ${link('/shop/account', person ? 'Account' : 'Sign in')}
        ${person && html`<li><a class="log-out" href="/shop/logout">Log out</a></li>`}
        <li class="to-backstage"><a href="#backstage">Backstage</a></li>
      </ul>
    </nav>
    ${person && html`<p class="signed-in">Signed in as <strong>${person.name}</strong></p>`}
  </header>`;
}

function footer(widget: Html | undefined): Html {
  return html`<footer class="colophon">
    <p>
      This shop is made up. It is here to try <code>&lt;useresponse-widget&gt;</code> in, against a simulator
      that stands in for a UseResponse server. Nothing is sold and nothing leaves this computer.
    </p>
    ${widget}
  </footer>`;
}

function backstage(simulator: string): Html {
  return html`<aside class="backstage" id="backstage" aria-label="Backstage">
    <button class="backstage-toggle" type="button" aria-expanded="true" aria-controls="backstage-panes">
      <span>Backstage: what support sees</span>
    </button>
    <div class="backstage-panes" id="backstage-panes">
      <element-log></element-log>
      <operator-view simulator="${simulator}" widget="${WIDGET}"></operator-view>
    </div>
  </aside>`;
}
