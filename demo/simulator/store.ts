import { EventEmitter } from 'node:events';
import { faultsOfRequest } from './faults.ts';
import { checkToken } from './token.ts';
import type { Faults, Identity, LogDetail, LogEntry, Message, Report, WidgetSnapshot } from './types.ts';

const LONGEST_LOG = 1000;

/** One stored conversation of one browser: it ends when the chat storage is cleared. */
interface Session {
  identity: Identity | null;
  messages: Message[];
}

interface Widget {
  requests: number;
  requestsSinceFaults: number;
  faults: Faults;
  log: LogEntry[];
  session: string;
  sessions: Map<string, Session>;
}

export class WidgetStore {
  readonly #widgets = new Map<string, Widget>();
  readonly #emitter = new EventEmitter().setMaxListeners(0);
  #lastNumber = 0;

  subscribe(listener: (entry: LogEntry) => void): () => void {
    this.#emitter.on('entry', listener);
    return () => this.#emitter.off('entry', listener);
  }

  snapshot(id: string): WidgetSnapshot {
    const { requests, faults, log, session } = this.#widget(id);
    const { identity, messages } = this.#session(id, session);
    return { widget: id, requests, faults, log, session, identity, conversation: messages };
  }

  setFaults(id: string, faults: Faults): void {
    const widget = this.#widget(id);
    widget.faults = faults;
    widget.requestsSinceFaults = 0;
    this.record(id, { kind: 'faults', faults });
  }

  /** Counts a request for the script and tells the faults that it meets. */
  countRequest(id: string): Faults {
    const widget = this.#widget(id);
    widget.requests += 1;
    widget.requestsSinceFaults += 1;
    return faultsOfRequest(widget.faults, widget.requestsSinceFaults);
  }

  forget(id: string): void {
    this.#widgets.delete(id);
  }

  forgetAll(): void {
    this.#widgets.clear();
  }

  messages(id: string, session: string): Message[] {
    return this.#session(id, session).messages;
  }

  answer(id: string, text: string): void {
    this.#addMessage(id, this.#widget(id).session, 'operator', text);
  }

  /** Takes what the visitor's page tells. */
  report(id: string, report: Report): void {
    this.#widget(id).session = report.session;
    switch (report.kind) {
      case 'boot':
        return this.record(id, { kind: 'boot', session: report.session, iidFound: report.iidFound });
      case 'call':
        this.record(id, { kind: 'call', name: report.name, args: report.args, threw: report.threw });
        return report.threw ? undefined : this.#applyCall(id, report);
      case 'message':
        return this.#addMessage(id, report.session, 'visitor', report.text);
      case 'problem':
        return this.record(id, { kind: 'problem', text: report.text });
    }
  }

  record(id: string, detail: LogDetail): void {
    const entry: LogEntry = {
      number: ++this.#lastNumber,
      time: new Date().toISOString(),
      widget: id,
      ...detail,
    };
    const { log } = this.#widget(id);
    log.push(entry);
    if (log.length > LONGEST_LOG) log.shift();
    this.#emitter.emit('entry', entry);
  }

  #applyCall(id: string, { session, name, args }: Extract<Report, { kind: 'call' }>): void {
    if (name === 'userConfig') this.#identify(id, session, identityFrom(args[0]));
    else if (String(args[0]) === id) this.#identify(id, session, null);
  }

  #identify(id: string, session: string, identity: Identity | null): void {
    this.#session(id, session).identity = identity;
    this.record(id, { kind: 'identity', identity });
  }

  #addMessage(id: string, session: string, from: Message['from'], text: string): void {
    const message: Message = { from, text, time: new Date().toISOString() };
    this.#session(id, session).messages.push(message);
    this.record(id, { kind: 'message', message });
  }

  #widget(id: string): Widget {
    let widget = this.#widgets.get(id);
    if (!widget) {
      widget = {
        requests: 0,
        requestsSinceFaults: 0,
        faults: {},
        log: [],
        session: '',
        sessions: new Map(),
      };
      this.#widgets.set(id, widget);
    }
    return widget;
  }

  #session(id: string, session: string): Session {
    const { sessions } = this.#widget(id);
    let found = sessions.get(session);
    if (!found) {
      found = { identity: null, messages: [] };
      sessions.set(session, found);
    }
    return found;
  }
}

/** A call without a token that works leaves the visitor anonymous. */
function identityFrom(config: unknown): Identity | null {
  const { token, userEmail, userName, properties } = (config ?? {}) as Record<string, unknown>;
  const check = checkToken(text(token), text(userEmail));
  if (check === 'missing') return null;
  const fields = Object.entries((properties ?? {}) as Record<string, unknown>);
  return {
    token: check,
    email: text(userEmail),
    name: text(userName),
    properties: Object.fromEntries(fields.map(([key, value]) => [key, text(value)])),
  };
}

function text(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}
