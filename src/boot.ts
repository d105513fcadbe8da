import type { ReactiveElement } from '@lit/reactive-element';
import { readConfig, type Config, type Tag, type User } from './config.ts';
import { emit, report } from './events.ts';
import { inspect, isAsked } from './inspect.ts';
import { requestScript, type Script } from './loader.ts';
import { isLogout, isRecord, openMemory, openStorage, tellOtherTabs } from './memory.ts';
import { problem, type ErrorCode, type Problem } from './messages.ts';
import { openSession, personKey, type ClearReason, type Session } from './session.ts';
import { hear, isDue, mayCome, names, seen } from './triggers.ts';
import { clearChat, findEmbed, has, identify, type VendorApi } from './vendor.ts';

/** How far the widget has come. */
export type Status = 'waiting' | 'loading' | 'ready' | 'error';

/** An element, as the page knows it. */
export interface Member {
  readonly host: ReactiveElement &
    Tag & {
      readonly status: Status;
      loading: unknown;
      loadOn: unknown;
      clearOn: unknown;
      timeout: number;
      debug: unknown;
    };
  show(status: Status, problem?: Problem): void;
  /** Whether somebody has asked for the widget, whatever `loading` says. */
  isWanted?: boolean;
  /** Ends the time that it may be one too many. */
  timer?: ReturnType<typeof setTimeout>;
}

/** How often the vendor's globals and the clock are looked at while something is missing, in milliseconds. */
const POLL = 50;
const DEFAULT_TIMEOUT = 15_000;
/** A reason of our own: without one the browser makes an error with a stack, and takes ten times as long. */
const STOP = null;
/** How often a failed attempt is made again by itself: after 1, 5 and 25 seconds. */
const RETRIES = 3;

/** The elements of the document in the order in which they were connected. All show what the acting one has reached. */
export const members = new Set<Member>();
/** The element whose turn it is; it acts alone. */
export let acting: Member | undefined;
let host: Member['host'];
let listeners = new AbortController();
let config: Config;
let session: Session;
let script: Script | undefined;
/** Whether the vendor may come into the page. */
let isOpen = false;
/** What was settled last. */
let settled: string | undefined;
let isClearing = false;
/** How often in a row it has failed. */
let tries = 0;
let deadline = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
/** Events that have made their clear, wherever they are heard again. */
const usedEvents = new WeakSet<Event>();
/** The person who has logged out in this document: he is not sent again until the page names another, or nobody. */
let spent: string | undefined;

/** Gives the turn to another element, or to none. */
export function take(member: Member | undefined): void {
  clearTimeout(timer);
  if (acting) session.lookAway();
  acting = member;
  settled = undefined;
  if (member) {
    host = member.host;
    setStatus('waiting');
    // A page that knows somebody already does not take a tag for empty whose attributes are still to come.
    if (!session) read();
    host.requestUpdate();
  }
  hearAgain();
}

/** Hears events where the acting element is now. */
export function hearAgain(): void {
  listeners.abort(STOP);
  listeners = new AbortController();
  if (acting) listen();
}

/** Reads the tag, and opens the session of the widget that it is about. */
function read(): void {
  const last = config;
  config = readConfig(host, document.baseURI, findEmbed);
  if (session?.scope === config.scope) return;
  const before = session as Session | undefined;
  session = openSession(config.scope, openMemory(config.scope));
  if (!before) return;
  // The vendor's own tag, or the chat id, can come after a log-out that had no widget yet to be owed to.
  if (before.due && /^\/|\/$/.test(before.scope)) {
    session.owe(before.due);
    before.pay(() => {});
  }
  // Whoever was identified at the other widget may leave the page together with it.
  if (isOpen) before.meet(presentUser(), tellOtherTabs);
  if (before.due && has('clearChatStorage')) pay(before, last);
  before.lookAway();
}

/** Who is signed in; somebody who has logged out is not. */
const presentUser = (): User | undefined => (personKey(config.user) === spent ? undefined : config.user);

/** Hears whatever the tag has to know of. */
function handleEvent(event: Event): void {
  if (usedEvents.has(event)) return;
  usedEvents.add(event);
  const { type, persisted, key, newValue } = event as PageTransitionEvent & StorageEvent;
  if (clearOn().includes(type)) clear('event', type === 'pagehide');
  seen.add(type);
  if (!isOpen) host.requestUpdate();
  if (type === 'online' && host.status === 'error') load();
  if (type === 'pageshow' && persisted) {
    lookBack();
    host.requestUpdate();
  }
  if (type !== 'storage') return;
  if (isLogout(key, newValue) || (isRecord(key, session.scope) && session.hear(presentUser(), !key)))
    clear('other-tab');
}

const clearOn = (): string[] => names(host.clearOn, ['logout']);

/** Sites take the element out, empty the storage, and leave: so this is heard as long as the document lives. */
const handlePagehide = ({ persisted }: PageTransitionEvent): void =>
  session.lookAway(persisted && presentUser());

/**
 * Hears what the tag has to know of; returns whether the vendor may come now. What is heard already keeps its place among the
 * page's own handlers, some of which let nothing through.
 */
function listen(): boolean | undefined {
  const { signal } = listeners;
  isOpen = mayCome(host);
  // A consent that another element waits for is still one when its turn comes.
  const gates = [...members].flatMap((member) => names(member.host.loadOn));
  const types = [...clearOn(), ...gates, 'prerenderingchange', 'online', 'pageshow', 'storage'];
  hear(host, types, handleEvent, { signal });
  addEventListener('pagehide', handlePagehide);
  return isOpen && (acting?.isWanted || isDue(host, signal, load));
}

/** Loads now, or again, whatever `loading` says. */
export function load(): void {
  (acting as Member).isWanted = true;
  retry();
}

function retry(): void {
  tries = 0;
  if (host.status === 'error') setStatus('waiting');
  host.requestUpdate();
}

/** Takes up what the tag says when all changes of the task are in. */
export function settle(): void {
  if (!host.isConnected) return;
  const isNow = listen();
  if (settled) read();
  else lookBack();
  const { problems, user, url } = config;
  const before = settled;
  settled = JSON.stringify(config);
  if ([...members].some((member) => isAsked(member.host.debug)) && !document.prerendering)
    inspect(config, host.nonce);
  if (settled !== before) {
    tries = 0;
    for (const found of problems) if (!before?.includes(JSON.stringify(found))) report(host, found);
  }
  if (personKey(user) !== spent) spent = undefined;

  if (!isOpen) return;
  openStorage();
  session.meet(presentUser(), tellOtherTabs);
  if (settled === before && host.status === 'error') return;
  // Where the API is there already, or an element before this one has asked for it, nothing is left to load later.
  if (isNow || !url || script || has('userConfig')) {
    (acting as Member).isWanted = true;
    attempt();
  }
}

function attempt(): void {
  if (host.status !== 'loading') {
    deadline = performance.now() + (host.timeout > 0 ? host.timeout : DEFAULT_TIMEOUT);
  }
  script = config.url ? requestScript(config.url, host.nonce, look) : undefined;
  look();
}

/** Looks whether what the page is waiting for is there, and hands over what is owed and who is signed in. */
function look(): void {
  clearTimeout(timer);
  if (!acting?.isWanted || host.isUpdatePending || !host.isConnected) return;
  // The vendor's own embed code may come later than the tag.
  if (!config.url) read();
  if (config.url === null) return setStatus('error', config.problems[0]);
  if (script?.state === 'error') return fail('script-failed');
  script?.goOn?.();
  let missing: keyof VendorApi | undefined;
  if (script?.state !== 'loading') {
    if (session.due && has('clearChatStorage') && !pay()) return;
    missing = session.due ? 'clearChatStorage' : 'userConfig';
    if (has(missing)) return handOver();
  }
  if (performance.now() >= deadline) return fail(missing ? 'api-missing' : 'script-timeout', missing);
  if (!tries) setStatus('loading');
  timer = setTimeout(look, POLL);
}

function handOver(): void {
  const user = presentUser();
  // Another tab may have identified somebody since this one has looked.
  session.meet(user, tellOtherTabs);
  if (session.due) return look();
  try {
    if (user && session.say(user, identify)) emit(host, 'useresponse-identify');
  } catch {
    return fail('api-threw', 'userConfig');
  }
  tries = 0;
  setStatus('ready');
}

/** Makes the due clear; false if it failed. */
function pay(debtor = session, { chatId } = config): boolean {
  isClearing = true;
  try {
    emit(host, 'useresponse-clear', { reason: debtor.pay(() => clearChat(chatId)) });
    return true;
  } catch {
    fail(chatId ? 'api-threw' : 'chat-id-missing', 'clearChatStorage');
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

function setStatus(status: Status, found?: Problem): void {
  const isNew = status !== host.status;
  for (const member of members) member.show(status, found);
  if (isNew && status === 'ready') emit(host, 'useresponse-ready');
}

/** Clears the chat at once where the API is there, and else notes that the clear is owed. */
export function clear(reason: ClearReason, isLeaving = false): void {
  // The vendor's call, or a listener of our own event, may ask for what is just being done.
  if (isClearing) return;
  read();
  // The page may be gone before the tag is taken up.
  if (isOpen) openStorage();
  const isOurs = reason === 'event' || reason === 'method';
  // Who only leaves the page has not logged out: he is sent again when it comes back, and other tabs keep him.
  if (!isLeaving) spent = personKey(config.user);
  session.owe(reason, !isOurs);
  if (isOurs && !isLeaving) tellOtherTabs();
  if (!has('clearChatStorage')) {
    if (isOurs) session.postpone();
  } else if (pay() && !isLeaving) retry();
  if (!isLeaving) host.requestUpdate();
}

/** Finds out whether other pages and tabs have changed the person while this document did not look. */
function lookBack(): void {
  const before = personKey((config as Config | undefined)?.user);
  read();
  if (session.lookBack(presentUser())) {
    clear('user-changed');
    // Somebody whom the page has named since is not the one who is gone.
    if (personKey(config.user) !== before) spent = undefined;
  }
}
