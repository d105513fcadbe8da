import { html } from '../html.ts';
import type { Page } from '../layout.ts';

export function supportPage(): Page {
  return {
    title: 'Support',
    section: '/shop/support',
    main: html`<section class="narrow">
      <h1>We are in the shed, or on the beach</h1>
      <p>
        The quickest way is the chat in the corner. Where it does not come up, because a blocker or the
        weather keeps it away, there is always the post.
      </p>
      <dl class="facts">
        <div>
          <dt>Write</dt>
          <dd>shed@fairlead.example</dd>
        </div>
        <div>
          <dt>Call</dt>
          <dd>Mornings, when the wind is low</dd>
        </div>
        <div>
          <dt>Visit</dt>
          <dd>Last shed before the slipway</dd>
        </div>
      </dl>
    </section>`,
  };
}

export function goodbyePage(): Page {
  return {
    title: 'Goodbye',
    withoutWidget: true,
    main: html`<section class="narrow">
      <h1>You are logged out</h1>
      <p>
        Like the log-in screen of many a CMS this page carries no <code>&lt;useresponse-widget&gt;</code>, so
        nothing could be cleared yet. It is done on the next page that carries the tag, before anything else.
      </p>
      <p class="actions">
        <a class="button" href="/shop/">Back to the kites</a>
        <a class="button" href="/shop/account">Sign in again</a>
      </p>
    </section>`,
  };
}

export function missingPage(): Page {
  return {
    title: 'Not found',
    status: 404,
    main: html`<section class="narrow">
      <h1>Gone with the wind</h1>
      <p>There is no such page. <a href="/shop/">All our kites are over here</a>.</p>
    </section>`,
  };
}
