import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Choices } from '../choices.ts';
import type { FromFrame, FrameVisitor, ToFrame, VendorCall } from '../preview-messages.ts';
import { MEMBER, memberAttributes, previewTag, type Visitor } from '../preview-tag.ts';
import { fill, texts } from '../texts.ts';
import { baseStyles } from './base-styles.ts';
import { radioCards } from './field.ts';
import { previewStyles } from './preview-styles.ts';

const words = texts.preview;

/** How long somebody may go on typing before the preview begins anew, in milliseconds. */
const PATIENCE = 400;

/** The real tag in a page of its own, a visitor to play with, and what the vendor is told. */
export class PreviewPane extends LitElement {
  static override properties = {
    choices: { attribute: false },
    canRecognise: { attribute: false },
    shown: { state: true },
    visitor: { state: true },
    news: { state: true },
  };
  static override styles = [baseStyles, previewStyles];

  declare choices: Choices;
  /** Whether the platform and the choices let anybody be recognised. */
  declare canRecognise: boolean;
  /** What the frame shows; it begins anew when this changes. */
  declare private shown: string;
  declare private visitor: Visitor;
  declare private news: { status: string; problem: string; calls: VendorCall[] };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #round = 0;

  constructor() {
    super();
    this.visitor = 'guest';
    this.shown = '';
    this.news = { status: 'waiting', problem: '', calls: [] };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('message', this.#receive);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('message', this.#receive);
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('choices') && !changed.has('canRecognise')) return;
    const wanted = this.#wanted();
    if (!this.shown) this.#begin(wanted);
    else {
      clearTimeout(this.#timer);
      if (wanted !== this.shown) this.#timer = setTimeout(() => this.#begin(this.#wanted()), PATIENCE);
    }
  }

  override render(): TemplateResult {
    return html`<section aria-labelledby="try">
      <h2 id="try">${words.heading}</h2>
      <p class="hint">${words.simulator}</p>
      ${this.#visitors()}
      <div class="window">
        <div class="bar" aria-hidden="true"><span></span><span></span><span></span></div>
        ${keyed(
          `${this.#round}${this.shown}`,
          html`<iframe src="preview.html" title=${words.frame}></iframe>`,
        )}
      </div>
      <div class="state">
        <p role="status" class="status ${this.news.status}">${this.#status()}</p>
        ${this.#prompt()}
      </div>
      ${this.#calls()}
    </section>`;
  }

  #visitors(): TemplateResult {
    if (!this.canRecognise) return html`<p class="answer plain">${words.anonymousOnly}</p>`;
    return radioCards(
      'visitor',
      words.visitor,
      [
        { value: 'guest', label: words.guest },
        { value: 'member', label: fill(words.member, MEMBER) },
        { value: 'left', label: words.left },
      ],
      this.visitor,
      (value) => this.#visit(value as Visitor),
    );
  }

  #status(): string {
    const { status, problem } = this.news;
    const { loading } = this.choices;
    if (status === 'waiting') {
      if (this.#waitsForConsent) return words.waitingConsent;
      return loading === 'interaction' ? words.waitingMove : words.waitingIdle;
    }
    if (status === 'error') return `${words.error} ${problem}`;
    return status === 'ready' ? words.ready : words.loading;
  }

  get #waitsForConsent(): boolean {
    return Boolean(this.choices.loadOn.trim()) && !this.#hasConsent;
  }

  #hasConsent = false;

  /** What a visitor would do now for the chat to load. */
  #prompt(): TemplateResult | typeof nothing {
    if (this.news.status !== 'waiting') return nothing;
    if (this.#waitsForConsent) {
      const agree = (): void => {
        this.#hasConsent = true;
        this.#send({ to: 'preview', kind: 'dispatch', event: namesIn(this.choices.loadOn).at(-1)! });
        this.requestUpdate();
      };
      return html`<button type="button" @click=${agree}>${words.agree}</button>`;
    }
    if (this.choices.loading !== 'interaction') return nothing;
    const move = (): void => this.#send({ to: 'preview', kind: 'dispatch', event: 'pointermove' });
    return html`<button type="button" @click=${move}>${words.move}</button>`;
  }

  #calls(): TemplateResult {
    const { calls } = this.news;
    return html`<h3 id="calls">${words.calls}</h3>
      <div role="log" aria-labelledby="calls" tabindex="0" class="log">
        ${
          calls.length > 0
            ? html`<ol>
                ${calls.map(
                  ({ name, argument }) =>
                    html`<li>
                      <p>${describe(name, argument)}</p>
                      <pre dir="ltr">UR.${name}(${JSON.stringify(argument, shorten, 2)})</pre>
                    </li>`,
                )}
              </ol>`
            : html`<p class="hint">${words.noCalls}</p>`
        }
      </div>
      <button type="button" class="quiet" @click=${() => this.#begin(this.#wanted())}>
        ${words.again}
      </button>`;
  }

  /** Everything that a page would have to be loaded anew for. */
  #wanted(): string {
    const { choices, canRecognise } = this;
    return JSON.stringify([previewTag(choices), canRecognise && memberAttributes(choices, texts)]);
  }

  #begin(wanted: string): void {
    clearTimeout(this.#timer);
    this.#round += 1;
    this.#hasConsent = false;
    this.shown = wanted;
    this.news = { status: 'waiting', problem: '', calls: [] };
    if (!this.canRecognise || this.visitor === 'left') this.visitor = 'guest';
  }

  #visit(visitor: Visitor): void {
    // Nobody can log out who was not signed in.
    if (visitor === 'left' && this.visitor === 'guest') this.#visit('member');
    this.visitor = visitor;
    this.#send({ to: 'preview', kind: 'visit', visitor: this.#frameVisitor(visitor) });
  }

  #frameVisitor(visitor: Visitor): FrameVisitor {
    if (visitor === 'member') {
      return {
        attributes: memberAttributes(this.choices, texts),
        greeting: fill(words.siteMember, MEMBER),
      };
    }
    const names = namesIn(this.choices.clearOn).filter((name) => name !== 'pagehide');
    const logout = this.choices.clearOn.trim() ? names[0] : 'logout';
    return {
      attributes: [],
      greeting: words.siteGuest,
      ...(visitor === 'left' && logout && { logout }),
    };
  }

  readonly #receive = ({ source, data }: MessageEvent<FromFrame>): void => {
    if (!source || source !== this.#frame || data?.from !== 'preview') return;
    if (data.kind === 'news') {
      this.news = data;
      return;
    }
    this.#send({
      to: 'preview',
      kind: 'show',
      tag: previewTag(this.choices),
      visitor: this.#frameVisitor(this.visitor),
      words: { site: words.siteTitle },
    });
  };

  #send(message: ToFrame): void {
    this.#frame?.postMessage(message, '*');
  }

  get #frame(): Window | null | undefined {
    return this.renderRoot.querySelector('iframe')?.contentWindow;
  }
}

const namesIn = (list: string): string[] => list.match(/\S+/g) ?? [];

function describe(name: string, argument: unknown): string {
  if (name === 'clearChatStorage') return words.cleared;
  const { userName, userEmail } = (argument ?? {}) as Record<string, string>;
  return fill(words.identified, { name: userName || userEmail || '' });
}

/** A token is 64 digits that nobody reads. */
const shorten = (key: string, value: unknown): unknown =>
  key === 'token' && typeof value === 'string' ? `${value.slice(0, 6)}…` : value;
