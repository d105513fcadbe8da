import { html } from '../html.ts';
import { kiteArt } from '../kite-art.ts';
import type { Kite } from '../kites.ts';
import type { Page } from '../layout.ts';

export function kitePage({ id, name, line, story, price, wind, span, skill }: Kite): Page {
  return {
    title: name,
    section: '/shop/',
    main: html`<article class="product sky-${id}">
      <div class="sky">${kiteArt(id)}</div>
      <div class="product-text">
        <p class="back"><a href="/shop/">All kites</a></p>
        <h1>${name}</h1>
        <p class="lead">${line}</p>
        <p>${story}</p>
        <dl class="facts">
          <div>
            <dt>Price</dt>
            <dd>${price}</dd>
          </div>
          <div>
            <dt>Wind</dt>
            <dd>${wind}</dd>
          </div>
          <div>
            <dt>Span</dt>
            <dd>${span}</dd>
          </div>
          <div>
            <dt>For</dt>
            <dd>${skill}</dd>
          </div>
        </dl>
        <p>
          Every kite is made to order: <a href="/shop/support">write to us</a> and we cut the sail in your
          colours.
        </p>
      </div>
    </article>`,
  };
}
