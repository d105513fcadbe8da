import type { Message, Report } from '../types.ts';

type Told = Report extends infer One ? (One extends Report ? Omit<One, 'session'> : never) : never;

/** The line to the simulator's server. Where a policy or the network cuts it, it falls silent for good. */
export class Reports {
  readonly #address: string;
  readonly #session: () => string;
  #queue: Report[] = [];
  #sending = false;
  #leaving = false;
  #cut = false;

  constructor(address: string, session: () => string) {
    this.#address = address;
    this.#session = session;
    addEventListener('pagehide', () => this.#leave());
    addEventListener('pageshow', () => (this.#leaving = false));
  }

  tell(report: Told): void {
    if (this.#cut) return;
    this.#queue.push({ ...report, session: this.#session() });
    // One request at a time keeps the order, but a page that is leaving gets no second chance.
    if (!this.#sending || this.#leaving) void this.#send();
  }

  async messages(): Promise<Message[]> {
    if (this.#cut) return [];
    try {
      const response = await fetch(`${this.#address}/messages?session=${this.#session()}`);
      return (await response.json()) as Message[];
    } catch {
      this.#cut = true;
      return [];
    }
  }

  #leave(): void {
    this.#leaving = true;
    if (this.#queue.length > 0) void this.#send();
  }

  async #send(): Promise<void> {
    const body = JSON.stringify(this.#queue);
    this.#queue = [];
    this.#sending = true;
    try {
      // A string as the body is sent without a preflight, which a page that is leaving could not wait for.
      await fetch(`${this.#address}/reports`, { method: 'POST', body, keepalive: true });
    } catch {
      this.#cut = true;
    }
    this.#sending = false;
    if (this.#queue.length > 0 && !this.#cut) void this.#send();
  }
}
