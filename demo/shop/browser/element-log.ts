import { html, LitElement, type TemplateResult } from 'lit';
import { operatorStyles } from '../../operator/operator-styles.ts';

const EVENTS = ['useresponse-ready', 'useresponse-identify', 'useresponse-clear', 'useresponse-error'];

interface Seen {
  time: number;
  type: string;
  note: string;
}

/** What the element in this page reports of itself, as any page can hear it. */
export class ElementLog extends LitElement {
  static override styles = operatorStyles;

  readonly #seen: Seen[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    for (const type of EVENTS) document.addEventListener(type, this.#hear);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const type of EVENTS) document.removeEventListener(type, this.#hear);
  }

  override render(): TemplateResult {
    return html`<div class="panes">
      <section aria-labelledby="page">
        <h2 id="page">What this page heard</h2>
        ${
          this.#seen.length > 0
            ? html`<ol class="log" aria-labelledby="page" tabindex="0">
                ${this.#seen.map(row)}
              </ol>`
            : html`<p class="hint">${nothingYet()}</p>`
        }
      </section>
    </div>`;
  }

  readonly #hear = (event: Event): void => {
    const { detail } = event as CustomEvent<{ reason?: string; code?: string; message?: string } | null>;
    const note = detail?.code ? `${detail.code}: ${detail.message}` : (detail?.reason ?? '');
    this.#seen.push({ time: performance.now(), type: event.type, note });
    this.requestUpdate();
  };
}

function row({ time, type, note }: Seen): TemplateResult {
  return html`<li class=${type === 'useresponse-error' ? 'bad' : ''}>
    <span class="elapsed">${(time / 1000).toFixed(2)} s</span>
    <div><code>${type}</code> ${note}</div>
  </li>`;
}

function nothingYet(): string {
  return document.querySelector('useresponse-widget')
    ? 'No event of the element yet.'
    : 'There is no useresponse-widget tag in this page.';
}

if (!customElements.get('element-log')) customElements.define('element-log', ElementLog);
