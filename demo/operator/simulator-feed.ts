import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Faults, WidgetSnapshot } from '../simulator/types.ts';

/** Keeps a copy of what the simulator knows of one widget. */
export class SimulatorFeed implements ReactiveController {
  snapshot: WidgetSnapshot | undefined;
  live = false;

  readonly #host: ReactiveControllerHost & { simulator: string; widget: string };
  #events: EventSource | undefined;
  #refreshing = false;
  #stale = false;

  constructor(host: ReactiveControllerHost & { simulator: string; widget: string }) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#followVisibility);
    this.#followVisibility();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#followVisibility);
    this.#close();
  }

  setFaults(faults: Faults): Promise<void> {
    return this.#ask('POST', '', faults);
  }

  answer(text: string): Promise<void> {
    return this.#ask('POST', '/answers', { text });
  }

  async startOver(): Promise<void> {
    await this.#ask('DELETE', '');
    await this.#refresh();
  }

  // A browser has only a few connections to one origin, and a tab in the background must not hold one.
  readonly #followVisibility = (): void => {
    if (document.hidden) this.#close();
    else this.#open();
  };

  #open(): void {
    if (this.#events) return;
    this.#events = new EventSource(`${this.#host.simulator}/simulator/events`);
    this.#events.onopen = () => this.#setLive(true);
    this.#events.onerror = () => this.#setLive(false);
    this.#events.onmessage = () => void this.#refresh();
  }

  #close(): void {
    this.#events?.close();
    this.#events = undefined;
  }

  #setLive(live: boolean): void {
    this.live = live;
    this.#host.requestUpdate();
    if (live) void this.#refresh();
  }

  /** The snapshot is the truth; an event only says that there is another one. */
  async #refresh(): Promise<void> {
    this.#stale = true;
    if (this.#refreshing) return;
    this.#refreshing = true;
    while (this.#stale) {
      this.#stale = false;
      await this.#read();
    }
    this.#refreshing = false;
  }

  async #read(): Promise<void> {
    try {
      const response = await fetch(this.#address(''));
      this.snapshot = (await response.json()) as WidgetSnapshot;
    } catch {
      this.live = false;
    }
    this.#host.requestUpdate();
  }

  async #ask(method: string, path: string, body?: unknown): Promise<void> {
    try {
      await fetch(this.#address(path), { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
    } catch {
      this.#setLive(false);
    }
  }

  #address(path: string): string {
    return `${this.#host.simulator}/simulator/widgets/${this.#host.widget}${path}`;
  }
}
