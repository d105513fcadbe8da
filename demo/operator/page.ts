import { html } from '../shop/html.ts';
import { WIDGET } from '../shop/widget-tag.ts';

/** The operator's view in a window of its own. */
export function operatorPage(simulator: string): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>The support team’s side</title>
        <link rel="icon" href="/demo/shop/styles/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/demo/shop/styles/base.css" />
        <link rel="stylesheet" href="/demo/operator/page.css" />
        <script type="module" src="/demo/operator/operator-view.ts"></script>
      </head>
      <body>
        <header>
          <h1>The support team’s side</h1>
          <p>
            What the simulator of UseResponse knows.
            <a href="/shop/" target="shop">Open the shop in another window</a>
          </p>
        </header>
        <main>
          <operator-view simulator="${simulator}" widget="${WIDGET}"></operator-view>
        </main>
      </body>
    </html> `.markup;
}
