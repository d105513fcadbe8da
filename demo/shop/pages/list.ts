import { html, type Html } from '../html.ts';
import { kiteArt } from '../kite-art.ts';
import { KITES, type Kite } from '../kites.ts';
import type { Page } from '../layout.ts';

export function listPage(): Page {
  return {
    title: 'Kites made to order',
    section: '/shop/',
    main: html`<section class="hero">
        <div>
          <h1>Something to hold on to when the wind gets up</h1>
          <p>
            Six kites, cut and sewn to order in a shed by the sea. Tell us in the chat which one, and which
            colours.
          </p>
        </div>
        ${kiteArt('plaice')}
      </section>
      <h2 class="list-title" id="kites">This season’s six</h2>
      <ul class="kites" aria-labelledby="kites">
        ${KITES.map(card)}
      </ul>`,
  };
}

function card({ id, name, line, price }: Kite): Html {
  return html`<li class="card sky-${id}">
    <div class="sky">${kiteArt(id)}</div>
    <h3><a href="/shop/kites/${id}">${name}</a></h3>
    <p>${line}</p>
    <p class="price">${price}</p>
  </li>`;
}
