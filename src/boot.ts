import type { ReactiveElement } from '@lit/reactive-element';
import { readConfig, type Config, type Tag } from './config.ts';
import { emit, report } from './events.ts';
import { requestScript, type Script } from './loader.ts';
import { isLogout, openMemory, openStorage, tellOtherTabs } from './memory.ts';
import { problem, type ErrorCode, type Problem } from './messages.ts';
import { openSession, personKey, type ClearReason, type Session } from './session.ts';
import { hear, names, isAllowedNow, whenDue } from './triggers.ts';
import { clearChat, findEmbed, has, identify, type VendorApi } from './vendor.ts';

/** How far the widget has come. */
export type Status = 'waiting' | 'loading' | 'ready' | 'error';

/** An element, as the page knows it. */
export interface Member {
  readonly host: ReactiveElement &
    Tag & { loading: unknown; loadOn: unknown; clearOn: unknown; timeout: unknown };
  show(status: Status, problem?: Problem): void;
  /** Whether somebody has asked for the widget, whatever `loading` says. */
  isWanted?: boolean;
}

/** One element's turn at booting the widget: it reads the tag, waits, loads, hands over and tries again. */
export interface Boot {
  readonly member: Member;
  /** Takes up what the tag says, as soon as it may be acted on. */
  start(): void;
  /** Takes up what the tag says when all changes of the task are in. */
  settle(): void;
  /** Loads now, or again, whatever `loading` says. */
  load(): void;
  /** Clears the chat at once where the API is there, and else notes that the clear is owed. */
  clear(reason: ClearReason, leaving?: Event): void;
  /** The element has left, or another one has taken over. */
  end(): void;
}

/** How often the vendor's globals and the clock are looked at while something is missing, in milliseconds. */
const POLL = 50;
const DEFAULT_TIMEOUT = 15_000;
/** How often a failed attempt is made again by itself: after 1, 5 and 25 seconds. */
const RETRIES = 3;

/** Each widget's session in this document, kept while elements come and go. */
const sessions = new Map<string, Session>();
/** Events that have made their clear, wherever they are heard again. */
const usedEvents = new WeakSet<Event>();
/** The person who has logged out in this document: he is not sent again until the page names another, or nobody. */
let spent: string | undefined;
/** Whether he is spent only because the page went away, and may come back with it. */
let isAway = false;

function sessionOf(scope: string): Session {
  const session = sessions.get(scope) ?? openSession(scope, openMemory(scope));
  sessions.set(scope, session);
  return session;
}

export function startBoot(member: Member, show: (status: Status, problem?: Problem) => void): Boot {
  const { host } = member;
  let status: Status | undefined;
  let listeners = new AbortController();
  let config: Config;
  let session: Session;
  let script: Script | undefined;
  let url: string | undefined;
  let told: string[] = [];
  let isAllowed = false;
  let isBegun = false;
  let isClearing = false;
  /** How often in a row it has failed. */
  let tries = 0;
  let deadline = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Reads the tag, and whose session it is about. */
  function read(): void {
    config = readConfig(host, document.baseURI, findEmbed);
    const before: Session | undefined = session;
    session = sessionOf(config.scope);
    if (session === before) return;
    before?.lookAway();
    // The vendor's own tag can come after a log-out that had no widget yet to be owed to.
    if (before?.due && before.scope.startsWith('/')) {
      session.owe(before.due);
      before.pay(() => {});
    }
    lookBack();
  }

  function listen(): void {
    listeners.abort();
    listeners = new AbortController();
    const { signal } = listeners;
    const handleClear = (event: Event): void => {
      if (usedEvents.has(event)) return;
      usedEvents.add(event);
      clear('event', event.type === 'pagehide' ? event : undefined);
    };
    hear(host, names(host.clearOn, 'logout'), handleClear, signal);
    addEventListener('storage', handleStorage, { signal });
    addEventListener('online', () => status === 'error' && load(), { signal });
    addEventListener('pagehide', () => session.lookAway(), { signal });
    addEventListener('pageshow', handleReturn, { signal });
  }

  function start(): void {
    read();
    listen();
    const { signal } = listeners;
    isAllowed = isAllowedNow(host, names(host.loadOn), signal);
    if (!isAllowed || isBegun) return;
    openStorage();
    // Where the API is there already, nothing is left to load later.
    if (member.isWanted || !config.url || has('userConfig')) begin();
    else whenDue(host, signal, begin);
  }

  function begin(): void {
    isBegun = true;
    request();
    host.requestUpdate();
  }

  function load(): void {
    member.isWanted = true;
    tries = 0;
    host.requestUpdate();
  }

  function request(): void {
    script = config.url === undefined ? undefined : requestScript(config.url, host.nonce ?? '', look);
  }

  function settle(): void {
    start();
    const { problems, user } = config;
    for (const found of problems) if (!told.includes(found.message)) report(host, found);
    told = problems.map(({ message }) => message);
    if (personKey(user) !== spent) spent = undefined;
    if (!isAllowed) return;
    if (session.meet(spent ? undefined : user)) tellOtherTabs();
    attempt();
  }

  function attempt(): void {
    if (url !== config.url) tries = 0;
    if (url !== config.url || status !== 'loading') {
      deadline = performance.now() + (Number(host.timeout) > 0 ? Number(host.timeout) : DEFAULT_TIMEOUT);
    }
    url = config.url;
    request();
    look();
  }

  /** Looks whether what the page is waiting for is there, and hands over what is owed and who is signed in. */
  function look(): void {
    clearTimeout(timer);
    if (!isBegun || !isAllowed || host.isUpdatePending || !host.isConnected) return;
    if (config.fatal) return setStatus('error', config.fatal);
    if (script?.state === 'failed') return fail('script-failed');
    let missing: keyof VendorApi | undefined;
    if (script?.state !== 'pending') {
      if (session.due && has('clearChatStorage') && !pay()) return;
      missing = session.due ? 'clearChatStorage' : 'userConfig';
      if (has(missing)) return handOver();
    }
    if (performance.now() >= deadline) return fail(missing ? 'api-missing' : 'script-timeout', missing);
    if (!tries) setStatus('loading');
    timer = setTimeout(look, POLL);
  }

  function handOver(): void {
    try {
      if (config.user && !spent && session.say(config.user, identify)) emit(host, 'useresponse-identify');
    } catch {
      return fail('api-threw', 'userConfig');
    }
    tries = 0;
    setStatus('ready');
  }

  /** Makes the due clear; false if it failed. */
  function pay(keepMark?: boolean): boolean {
    isClearing = true;
    try {
      emit(host, 'useresponse-clear', { reason: session.pay(() => clearChat(config.chatId), keepMark) });
      return true;
    } catch {
      fail(config.chatId ? 'api-threw' : 'chat-id-missing', 'clearChatStorage');
      return false;
    } finally {
      isClearing = false;
    }
  }

  function fail(code: ErrorCode, subject?: string): void {
    const found = problem(code, subject);
    setStatus('error', found);
    if (!tries) report(host, found);
    if (tries < RETRIES) timer = setTimeout(attempt, 1_000 * 5 ** tries++);
  }

  function setStatus(now: Status, found?: Problem): void {
    const isNew = now !== status;
    status = now;
    show(now, found);
    if (isNew && now === 'ready') emit(host, 'useresponse-ready');
  }

  function clear(reason: ClearReason, leaving?: Event): void {
    // The vendor's call, or a listener of our own event, may ask for what is just being done.
    if (isClearing) return;
    read();
    const isOurs = reason === 'event' || reason === 'method';
    const person = personKey(config.user);
    isAway = !!leaving && (isAway || spent !== person);
    spent = person;
    session.owe(reason, !isOurs);
    if (isOurs && !leaving) tellOtherTabs();
    if (has('clearChatStorage')) pay((leaving as PageTransitionEvent | undefined)?.persisted);
    else if (isOurs) session.postpone();
    host.requestUpdate();
  }

  function handleStorage(event: StorageEvent): void {
    if (isLogout(event)) clear('other-tab');
    else session.hear();
  }

  function handleReturn({ persisted }: PageTransitionEvent): void {
    if (!persisted) return;
    lookBack();
    if (isAway) spent = undefined;
    isAway = false;
    host.requestUpdate();
  }

  /** Finds out whether other pages and tabs have changed the person while this document did not look. */
  function lookBack(): void {
    if (session.lookBack(config.user)) clear('user-changed');
  }

  read();
  listen();
  setStatus('waiting');
  host.requestUpdate();

  return {
    member,
    start,
    settle,
    load,
    clear,
    end() {
      isBegun = false;
      listeners.abort();
      clearTimeout(timer);
      session.lookAway();
    },
  };
}
