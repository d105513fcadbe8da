import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { fromHash, toHash } from '../address.ts';
import type { Choices } from '../choices.ts';
import { bannerById, eventsOf } from '../consent-banners.ts';
import { PLATFORM_INFOS, platformById, type PlatformInfo } from '../platform-info.ts';
import { initialState, type State } from '../state.ts';
import { texts } from '../texts.ts';
import { baseStyles } from './base-styles.ts';
import { copyText } from './copy.ts';
import { optionsStep } from './options-step.ts';
import { pasteStep } from './paste-step.ts';
import { platformStep } from './platform-step.ts';
import { resultStep } from './result-step.ts';
import { stepStyles } from './step-styles.ts';
import { understand, type Understanding } from './understanding.ts';

const INITIAL = initialState(texts.options.linkTextUsual);
const PLATFORM_IDS = PLATFORM_INFOS.map(({ id }) => id);
/** How long a button says that it has copied, in milliseconds. */
const COPIED_FOR = 2_500;

/** The whole set-up: what is chosen, step by step, and what comes out of it. */
export class ConfiguratorView extends LitElement {
  static override properties = {
    state: { state: true },
    pasted: { state: true },
    filter: { state: true },
    copied: { state: true },
    said: { state: true },
    isFromLink: { state: true },
  };
  static override styles = [baseStyles, stepStyles];

  declare private state: State;
  /** What is in the box for the embed code; it never leaves the page, not even into its address. */
  declare private pasted: string;
  declare private filter: string;
  /** Which text was copied last. */
  declare private copied: string;
  /** What a screen reader is told. */
  declare private said: string;
  declare private isFromLink: boolean;
  #understanding: Understanding | undefined;
  /** What the parts that fold were opened for; they do not fold under somebody's hands. */
  #start: State = INITIAL;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.pasted = this.filter = this.copied = this.said = '';
    this.isFromLink = false;
    this.state = INITIAL;
    this.#restore();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#restore);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#restore);
  }

  override render(): TemplateResult {
    const { state } = this;
    const { choices } = state;
    const platform = platformById(choices.platform);
    const canRecognise = choices.recognise && (platform?.canRecognise ?? true);
    return html`<div class="columns">
      <div class="steps-column">
        ${this.isFromLink ? this.#linkNote() : nothing}
        ${pasteStep({
          choices,
          pasted: this.pasted,
          understanding: this.#understanding ?? this.#known(),
          isOpen: !this.#start.choices.src && Boolean(this.#start.choices.host),
          paste: (text) => this.#paste(text),
          byHand: (patch) => this.#byHand(patch),
        })}
        ${platformStep({
          chosen: platform,
          filter: this.filter,
          setFilter: (filter) => (this.filter = filter),
          choose: (id) => this.#change({ platform: id }),
        })}
        ${optionsStep({
          state,
          platform,
          start: this.#start,
          change: (patch) => this.#change(patch),
          changeFields: (fields, said, focus) => void this.#changeFields(fields, said, focus),
          setBanner: (banner) => this.#setBanner(banner),
        })}
        ${resultStep({
          state,
          platform,
          copied: this.copied,
          copy: (id, text, shown) => void this.#copy(id, text, shown),
        })}
        ${this.#footer()}
      </div>
      <preview-pane
        class="preview-column"
        .choices=${visible(choices, platform)}
        .canRecognise=${canRecognise}
      ></preview-pane>
      <p class="for-ears" role="status">${this.said}</p>
    </div>`;
  }

  #linkNote(): TemplateResult {
    return html`<aside class="answer warn" aria-labelledby="from-link">
      <p><strong id="from-link">${texts.page.fromLink}</strong> ${texts.page.fromLinkHint}</p>
    </aside>`;
  }

  #footer(): TemplateResult {
    const copyLink = (): Promise<void> => this.#copy('link', location.href, null, texts.result.linkCopied);
    return html`<div class="footer">
      <button type="button" class="quiet" @click=${copyLink}>
        ${this.copied === 'link' ? texts.result.linkCopied : texts.page.copyLink}
      </button>
      <button type="button" class="quiet" @click=${() => this.#startOver()}>${texts.page.startOver}</button>
    </div>`;
  }

  /** What an address that was opened says of the embed code. */
  #known(): Understanding | undefined {
    const { src } = this.state.choices;
    return src ? understand(src) : undefined;
  }

  #paste(text: string): void {
    this.pasted = text;
    this.#understanding = understand(text);
    const { src = '' } = this.#understanding ?? {};
    this.#change({ src, ...(src && { host: '', chatId: '', type: 'chat' as const }) });
  }

  #byHand(patch: Partial<Choices>): void {
    if (this.state.choices.src) this.said = texts.paste.emptied;
    this.pasted = '';
    this.#understanding = undefined;
    this.#change({ src: '', ...patch });
  }

  async #changeFields(fields: Choices['fields'], said: string, focus?: string): Promise<void> {
    this.#change({ fields });
    if (said) this.said = said;
    if (!focus) return;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${focus}`)?.focus();
  }

  #setBanner(banner: string): void {
    const known = bannerById(banner);
    this.state = { ...this.state, banner };
    this.#change({ loadOn: known ? eventsOf(known) : '' });
  }

  #change(patch: Partial<Choices>): void {
    this.state = { ...this.state, choices: { ...this.state.choices, ...patch } };
    this.#remember();
  }

  async #copy(id: string, text: string, shown: Element | null, said = texts.result.copied): Promise<void> {
    const isDone = await copyText(text, shown);
    clearTimeout(this.#timer);
    // Said again, a text must first have been gone.
    this.said = '';
    await this.updateComplete;
    this.said = isDone ? said : texts.result.selected;
    this.copied = isDone ? id : '';
    this.#timer = setTimeout(() => (this.copied = ''), COPIED_FOR);
  }

  #startOver(): void {
    this.pasted = this.filter = '';
    this.#understanding = undefined;
    this.isFromLink = false;
    this.state = INITIAL;
    this.#remember();
    this.renderRoot.querySelector<HTMLElement>('#code')?.focus();
  }

  #remember(): void {
    const hash = toHash(this.state, INITIAL);
    try {
      history.replaceState(null, '', hash ? `#${hash}` : location.pathname + location.search);
    } catch {
      // A page that is a file may not change its address in some browsers.
    }
  }

  readonly #restore = (): void => {
    // The link that skips to the steps is no choice.
    if (document.getElementById(location.hash.slice(1))) return this.#remember();
    this.state = this.#start = fromHash(location.hash, INITIAL, PLATFORM_IDS);
    this.isFromLink = !isReload() && isWorthChecking(this.state.choices);
  };
}

/** Who loads her own page again needs no warning of herself. */
const isReload = (): boolean =>
  performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'reload');

/** What somebody could have slipped into a link: where scripts come from and visitors are led to, and code. */
const isWorthChecking = ({ src, host, script, fields, fallback }: Choices): boolean =>
  Boolean(src || host || fallback.address) ||
  script !== INITIAL.choices.script ||
  fields.some(({ isExpression }) => isExpression);

/** What has a meaning on the platform: where nobody is recognised, there are no fields. */
const visible = (choices: Choices, platform: PlatformInfo | undefined): Choices =>
  platform && !platform.canRecognise ? { ...choices, recognise: false, fields: [] } : choices;
