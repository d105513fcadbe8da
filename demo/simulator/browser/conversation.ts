import type { Message } from '../types.ts';

interface Stored {
  session: string;
  messages: Message[];
}

/** The visitor's conversation, kept in the storage of the page that embeds the widget. */
export class Conversation {
  readonly #key: string;
  #stored: Stored;

  constructor(widget: string) {
    this.#key = `useresponse-simulator:${widget}`;
    this.#stored = read(this.#key) ?? begin();
  }

  get session(): string {
    return this.#stored.session;
  }

  get messages(): readonly Message[] {
    return this.#stored.messages;
  }

  add(...messages: Message[]): void {
    this.#stored.messages.push(...messages);
    this.keep();
  }

  /** Makes the session outlive the page; a mere visit leaves no trace. */
  keep(): void {
    try {
      localStorage.setItem(this.#key, JSON.stringify(this.#stored));
    } catch {
      // Storage is blocked or full: the conversation lives as long as the page.
    }
  }

  clear(): void {
    this.#stored = begin();
    try {
      localStorage.removeItem(this.#key);
    } catch {
      // Blocked storage holds nothing to clear.
    }
  }
}

function begin(): Stored {
  // `crypto.randomUUID` is missing on pages of plain http.
  return { session: Math.random().toString(36).slice(2), messages: [] };
}

function read(key: string): Stored | undefined {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Stored> | null;
    return stored?.session && Array.isArray(stored.messages) ? (stored as Stored) : undefined;
  } catch {
    return undefined;
  }
}
