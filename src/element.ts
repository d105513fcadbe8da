import { ReactiveElement } from '@lit/reactive-element';
import { settle, type Member, type Status } from './boot.ts';
import type { UseresponseEventMap } from './events.ts';
import { ask, forget, join, leave } from './members.ts';
import type { Problem } from './messages.ts';

/**
 * Boots the UseResponse widget, identifies the signed-in visitor and forgets him at logout.
 *
 * @summary The UseResponse widget as one tag.
 * @tagname useresponse-widget
 *
 * @attr {string} nonce - The nonce of the page's Content-Security-Policy; handed to what is injected.
 * @attr {string} property_… - One custom field, as in `property_170="https://example.com"`; wins over the same key in `properties`. The number is the id of the field under Administration » Custom Fields » Users.
 *
 * @slot - Shown until the widget is ready, and for good when it can't be had: another way to get in touch.
 *
 * @event {CustomEvent<null>} useresponse-ready - The API is there, owed clears are paid and the user is handed over.
 * @event {CustomEvent<null>} useresponse-identify - The user was handed to `UR.userConfig`.
 * @event {CustomEvent<{ reason: string }>} useresponse-clear - The chat session was cleared; `reason` is `event`, `method`, `user-changed`, `other-tab` or `owed`.
 * @event {CustomEvent<{ code: string; message: string }>} useresponse-error - Something is wrong; `message` says what, and what to do.
 *
 * @cssstate waiting - Nothing has been loaded yet.
 * @cssstate loading - The script or its API is on the way.
 * @cssstate ready - The widget is there.
 * @cssstate error - The widget can't be had; the fallback content stays.
 */
export class UseresponseWidget extends ReactiveElement {
  static override properties = {
    src: {},
    host: {},
    chatId: { attribute: 'chat-id' },
    type: {},
    token: {},
    email: {},
    name: {},
    properties: {},
    loading: {},
    loadOn: { attribute: 'load-on' },
    clearOn: { attribute: 'clear-on' },
    timeout: { type: Number },
    // A bare attribute is true; `on-request` and what frameworks write for nothing are told apart later.
    debug: { converter: (value: string | null) => value === '' || value },
  };

  /** The script URL of the UseResponse embed code (Administration » Widgets); http or https. Wins over `host`. */
  declare src: string | null | undefined;
  /** Instead of `src`: the host of UseResponse, as in `help.example.com`. Needs `chat-id`. */
  declare host: string | null | undefined;
  /** The id of the widget, digits only: the last number in the script's URL, from which it is read when left out. */
  declare chatId: string | null | undefined;
  /**
   * With `host`: which of the two widgets it is.
   * @default 'chat'
   */
  declare type: 'chat' | 'support-center' | null | undefined;
  /**
   * SHA-256 hex of security key + email, made on the server. The key is under Administration » Applications » Single
   * Sign-On » Settings » OneLogin » Integration Details. Without token and email the visitor is anonymous.
   */
  declare token: string | null | undefined;
  /** The email address of the signed-in user, exactly as it was hashed. */
  declare email: string | null | undefined;
  /** The name of the signed-in user. */
  declare name: string | null | undefined;
  /** Custom fields: a JSON object of strings, as in `{"property_170":"text"}`; as a property also an object. */
  declare properties: string | Record<string, string | number | boolean | null> | null | undefined;
  /**
   * When the vendor's script is loaded: at once, when the loaded page is idle, or when the visitor first touches it.
   * @default 'eager'
   */
  declare loading: 'eager' | 'idle' | 'interaction' | null | undefined;
  /** Space-separated event names; before one of them is seen nothing of the vendor is loaded, and nothing is stored. */
  declare loadOn: string | null | undefined;
  /**
   * Space-separated event names that clear the chat session, heard wherever they are dispatched.
   * @default 'logout'
   */
  declare clearOn: string | null | undefined;
  /**
   * How long to wait for the vendor's script and its API together, in milliseconds.
   * @default 15000
   */
  declare timeout: number;
  /**
   * Shows the inspector: what is found, what is done and what is wrong. With `on-request` only where the page's address
   * has `?useresponse-debug`.
   * @default false
   */
  declare debug: boolean | 'on-request' | null | undefined;

  #status: Status = 'waiting';
  readonly #states = this.attachInternals().states;
  /** Those who wait for `load()`. */
  #waiting: ((problem?: Problem) => void)[] = [];
  readonly #member: Member = {
    host: this,
    show: (status, problem) => {
      try {
        this.#states.clear();
        this.#states.add(status);
      } catch {
        // Browsers of before 2024 know no custom states, or other names for them.
      }
      this.#status = status;
      (this.renderRoot.firstChild as HTMLSlotElement).hidden = status === 'ready';
      if (status === 'ready' || status === 'error')
        for (const answer of this.#waiting.splice(0)) answer(problem);
    },
  };

  /** How far the widget has come; the same as the custom states. */
  get status(): Status {
    return this.#status;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // At first: only an update takes up the properties that were set before the class was there.
    if (!this.#member.timer) this.performUpdate();
    // Where it has been moved to, other events reach it.
    this.requestUpdate();
    join(this.#member);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    leave(this.#member);
  }

  /**
   * Loads now, whatever `loading` says, or tries again after a failure.
   * Fulfils when the widget is ready; rejects with an Error that carries `code` when the attempt fails; stays pending
   * while `load-on` has not been seen.
   */
  load(): Promise<void> {
    const outcome = new Promise<void>((resolve, reject) =>
      this.#waiting.push((problem) => (problem ? reject(Object.assign(new Error(), problem)) : resolve())),
    );
    // The failure is told by event and console; who does not look at the promise need not hear of it again.
    outcome.catch(() => {});
    ask(this.#member);
    return outcome;
  }

  /** Does what a `logout` event does. Fulfils when the clear is made or noted as owed; never rejects. */
  async clearChatStorage(): Promise<void> {
    forget(this.#member);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    const slot = document.createElement('slot');
    slot.addEventListener(
      'click',
      ({ target }) => {
        if (this.#status === 'error' && !(target as Element).closest('a[href]')) ask(this.#member);
      },
      true,
    );
    root.append(slot);
    // Chromium's XML parser does not tell an element its attributes.
    if (document.contentType !== 'text/html')
      for (const { name, value } of this.attributes) this.attributeChangedCallback(name, null, value);
    // The custom fields' names are the customer's, so no list of observed attributes can hold them.
    new MutationObserver(() => this.requestUpdate()).observe(this, { attributes: true });
    return root;
  }

  /** Frameworks set attributes one by one, and not always before the next microtask: one task is one change. */
  protected override async scheduleUpdate(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    // The first update is asked for twice.
    if (!this.isUpdatePending) return;
    this.performUpdate();
    settle();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'useresponse-widget': UseresponseWidget;
  }
  interface GlobalEventHandlersEventMap extends UseresponseEventMap {}
}
