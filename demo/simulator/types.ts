/** What the simulator's two halves (the server and the script in the visitor's page) tell each other. */

export type Method = 'userConfig' | 'clearChatStorage';

/** Ways in which a vendor can be slow, broken or half there. Set per widget, so tests in parallel do not meet. */
export interface Faults {
  /** Milliseconds before the script is answered. */
  delay?: number;
  /** Answer the script with this HTTP status. */
  status?: number;
  /** Destroy the connection half way through the script. */
  reset?: boolean;
  /** Never answer the script. */
  hang?: boolean;
  /** Answer the script with a page of HTML. */
  html?: boolean;
  /** The script throws before it has made `UR`. */
  throws?: boolean;
  /** Only the first so many requests are faulty. Alone it means status 500. */
  failFirst?: number;
  /** Milliseconds between the script's run and the appearance of `UR`. */
  apiDelay?: number;
  /** `UR` never appears. */
  apiMissing?: boolean;
  /** Methods that `UR` never gets. */
  missing?: Method[];
  /** Milliseconds by which a method appears later than `UR`. */
  methodDelay?: Partial<Record<Method, number>>;
  /** Methods that throw when called. */
  throwIn?: Method[];
  /** Only the first so many calls in a page throw. Without `throwIn` it means every method. */
  throwFirst?: number;
  /** The script loads a second one, and only that one makes `UR`. */
  chained?: boolean;
  /** The script's Cache-Control header, `no-store` by default. */
  cache?: string;
}

/** How the vendor sees a token: signed with the account's key, any other text, or not there. */
export type TokenCheck = 'verified' | 'static' | 'missing';

export interface Identity {
  token: TokenCheck;
  email: string;
  name: string;
  properties: Record<string, string>;
}

export interface Message {
  from: 'visitor' | 'operator';
  text: string;
  time: string;
}

export type LogDetail =
  | { kind: 'request'; url: string; outcome: string }
  | { kind: 'boot'; session: string; iidFound: boolean }
  | { kind: 'call'; name: Method; args: unknown[]; threw: boolean }
  | { kind: 'identity'; identity: Identity | null }
  | { kind: 'message'; message: Message }
  | { kind: 'problem'; text: string }
  | { kind: 'faults'; faults: Faults };

export type LogEntry = { number: number; time: string; widget: string } & LogDetail;

/** What the script tells the server. `session` is one stored conversation in one browser; a clear begins another. */
export type Report = { session: string } & (
  | { kind: 'boot'; iidFound: boolean }
  | { kind: 'call'; name: Method; args: unknown[]; threw: boolean }
  | { kind: 'message'; text: string }
  | { kind: 'problem'; text: string }
);

export interface WidgetSnapshot {
  widget: string;
  /** Requests for the widget's script, faulty ones included. */
  requests: number;
  faults: Faults;
  log: LogEntry[];
  /** The conversation that was last heard of. */
  session: string;
  identity: Identity | null;
  conversation: Message[];
}

/** What the server writes in front of the script. */
export interface ScriptConfig {
  widget: string;
  iid: string;
  /** Protocol-relative origin of the simulator. */
  base: string;
  faults: Faults;
  /** The second script of a chain makes `UR`; the first has already looked for the element `iid`. */
  second: boolean;
  /** Without a chat window, and without a word to the server. */
  isBare: boolean;
}

/** What a test reads in the page. */
export interface PageRecord {
  calls: { name: Method; args: unknown[] }[];
  booted: number;
  iidFound: boolean;
  errors: string[];
}
