import { html, type TemplateResult } from 'lit';
import type { Identity, TokenCheck } from '../simulator/types.ts';

const BADGES: Record<TokenCheck | 'anonymous', { text: string; hint: string }> = {
  verified: { text: 'Verified', hint: 'The token is the hash of the security key and this email.' },
  static: {
    text: 'Not verified',
    hint: 'A static token: accepted for user accounts, but anybody could have sent it.',
  },
  missing: { text: 'Not recognised', hint: 'There was no token, or no email.' },
  anonymous: { text: 'Anonymous', hint: 'Nobody has been identified in this chat session.' },
};

export function visitorCard(identity: Identity | null): TemplateResult {
  const kind = identity?.token ?? 'anonymous';
  const { text, hint } = BADGES[kind];
  return html`<section aria-labelledby="visitor">
    <h2 id="visitor">Who is it?</h2>
    <div class="person">
      <p class="name">${identity ? identity.name || identity.email : 'A guest'}</p>
      <p class="badge ${kind}">${text}</p>
      ${identity ? html`<p class="email">${identity.email}</p>` : ''}
      <p class="hint">${hint}</p>
      ${identity ? fields(identity) : ''}
    </div>
  </section>`;
}

function fields({ properties }: Identity): TemplateResult | string {
  const entries = Object.entries(properties);
  if (entries.length === 0) return '';
  return html`<dl>
    ${entries.map(
      ([key, value]) =>
        html`<div>
          <dt>${key}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}
