import { html, LitElement, type TemplateResult } from 'lit';
import type { WidgetSnapshot } from '../simulator/types.ts';
import { callLog } from './call-log.ts';
import { conversationPane } from './conversation-pane.ts';
import { faultSwitches } from './fault-switches.ts';
import { operatorStyles } from './operator-styles.ts';
import { SimulatorFeed } from './simulator-feed.ts';
import { visitorCard } from './visitor-card.ts';

/** The other end of the chat, as a person of the support team would have it before him. */
export class OperatorView extends LitElement {
  static override properties = { simulator: {}, widget: {} };
  static override styles = operatorStyles;

  /** The origin of the simulator. */
  declare simulator: string;
  /** The id of the widget that is looked after. */
  declare widget: string;

  readonly #feed = new SimulatorFeed(this);
  #shown = 0;

  override render(): TemplateResult {
    const { snapshot, live } = this.#feed;
    return html`
      <p class="connection ${live ? 'live' : ''}" role="status">
        ${live ? 'Live' : 'Looking for the simulator…'}
      </p>
      ${snapshot ? this.#panes(snapshot) : ''}
    `;
  }

  #panes({ identity, conversation, faults, log }: WidgetSnapshot): TemplateResult {
    const feed = this.#feed;
    return html`<div class="panes">
      ${visitorCard(identity)} ${conversationPane(conversation, (text) => void feed.answer(text))}
      ${callLog(log, () => void feed.startOver())}
      ${faultSwitches(faults, (changed) => void feed.setFaults(changed))}
    </div>`;
  }

  protected override updated(): void {
    const messages = this.#feed.snapshot?.conversation.length ?? 0;
    if (messages === this.#shown) return;
    this.#shown = messages;
    const pane = this.renderRoot.querySelector('.messages');
    if (pane) pane.scrollTop = pane.scrollHeight;
  }
}

if (!customElements.get('operator-view')) customElements.define('operator-view', OperatorView);
