import { embedAddress, embedPath, readEmbed } from '../../src/embed.ts';
import { fold } from './embed-code/fold.ts';
import { COMMENTED, UNKNOWN, unwrap } from './embed-code/unwrap.ts';
import { vendorOf } from './embed-code/vendors.ts';

/** What a pasted text says about the widget, or why it says nothing. The words for all of it are under `embedCode`. */
export type EmbedCode = Found | Refusal;

export interface Found {
  isFound: true;
  /** As the tag's `src` wants it: a whole address. A support center's `initid` is left to the element. */
  src: string;
  host: string;
  type: 'chat' | 'support-center';
  chatId: string;
  form: Form;
  remarks: Remark[];
}

interface Refusal {
  isFound: false;
  reason: Reason;
  /** Whose code it is, where the reason is that it is another maker's. */
  vendor?: string;
}

type Form = 'embed-code' | 'script-tag' | 'widget-tag' | 'address';
type Remark = 'commented-out' | 'several' | 'repaired' | 'insecure';
export type Reason =
  | 'empty'
  | 'no-code'
  | 'no-address'
  | 'no-host'
  | 'no-id'
  | 'cut-off'
  | 'broken'
  | 'bad-scheme'
  | 'other-vendor';

interface Candidate extends Omit<Found, 'isFound' | 'form' | 'remarks'> {
  at: number;
  isBare: boolean;
  isInsecure: boolean;
}

/** How far an address may reach to either side of `sdk/`. */
const REACH = 300;
/** How long a line may be that is commented out. */
const LINE = 2_000;
/** A page full of what looks like addresses is looked at no further. */
const MAX_PLACES = 500;

const HOST = '[\\w\\u00a1-\\ud7ff-]{1,63}(?:\\.[\\w\\u00a1-\\ud7ff-]{1,63}){0,10}(?::\\d{1,5})?';
const SCRIPT = `(?:chat-(uriid_\\w{1,100}|${UNKNOWN})-(\\d{1,15})\\.js(?:[/?#&].*)?|supportCenter\\.js\\?(?:.*[?&;])?wid=(\\d{1,15})(?:[&;#/].*)?)`;
const ADDRESS = new RegExp(`^(https?:)?(//)?(${HOST})((?:/[\\w.~-]{1,100}){0,6})/sdk/${SCRIPT}$`, 'i');
const HOST_ALONE = new RegExp(`^(?:https?:)?(?://)?(?=[^/]*\\.)${HOST}/?$`, 'i');
/** A first part with a dot in it may be what a broken line has left of a host. */
const NO_HOST = new RegExp(`^(?:/|(?=[\\w~-]+/))(?:[\\w.~-]{1,100}/){0,6}sdk/${SCRIPT}$`, 'i');
const WITH_HOST = new RegExp(`^(?:https?:)?//(?:${HOST})/`, 'i');
const BREAKS = new RegExp(`\\n${COMMENTED}?`, 'g');
/** What the vendor's codes and this tag have, and nobody else's. */
const TRACE = /UR_initiator|uriid_|useresponse-widget|sdk\/(?:chat-|supportCenter)/i;
/** Where an address of the vendor's may be, whole or cut off; other makers have folders of that name, too. */
const OURS = /sdk\/(?=chat-|support[cC]enter|[a-zA-Z]*(?:\.\.|[^\w./-]|$))/;
/** The beginning of a tag of ours, in which a value or a template may hold a `>`. */
const TAG = /<useresponse-widget\b(?:"[^"]*"|'[^']*'|[?%]>|[^>]){0,5000}/gi;
/** Braces, as JSX has them, may hold a text or a number: of a name nobody knows what it stands for. */
const ATTRIBUTE = /([^\s"'>/=]{1,40}) ?= ?(?:\{ ?(?=["'\d]))?("[^"]*"|'[^']*'|[^\s"'>{}]+)/g;
/** What ends an address that stands in no quotes. */
const BOUNDARY = /[\s<>()[\]{}=,;|\\^"'`]/;

/** Reads what an administrator copied from UseResponse, in whatever form it arrives. Nothing of it is run. */
export function readEmbedCode(text: string): EmbedCode {
  const plain = unwrap(text);
  if (!plain) return refuse('empty');
  const code = fold(plain);
  const { candidates, failures } = search(code);
  candidates.push(...hostTags(code));
  const comments = commentsIn(code);
  const isCommented = ({ at }: Candidate): boolean =>
    comments.some(([start, end]) => start < at && at < end) || isLineComment(code, at);
  const found = candidates.find((each) => !isCommented(each)) ?? candidates[0];
  if (!found) return refusal(code, failures);

  const { at, isBare, isInsecure, ...widget } = found;
  const remarks: Remark[] = [];
  if (isCommented(found)) remarks.push('commented-out');
  if (candidates.some((other) => other.host !== found.host || other.chatId !== found.chatId)) {
    remarks.push('several');
  }
  if (isMangled(text)) remarks.push('repaired');
  if (isInsecure) remarks.push('insecure');
  return { isFound: true, ...widget, form: formAt(code, at, isBare), remarks };
}

const refuse = (reason: Reason): Refusal => ({ isFound: false, reason });

function refusal(code: string, failures: Set<Reason>): Refusal {
  const vendor = vendorOf(code);
  const told = (['bad-scheme', 'broken', 'cut-off', 'no-host'] as const).find((reason) =>
    failures.has(reason),
  );
  if (told) return refuse(told);
  if (TRACE.test(code)) return refuse('cut-off');
  if (vendor) return { isFound: false, reason: 'other-vendor', vendor };
  if (HOST_ALONE.test(code)) return refuse('no-id');
  return refuse(/<[\w!]|[{};]|\/\//.test(code) ? 'no-address' : 'no-code');
}

/** Every address of a widget in the text, and what is wrong with those that are none. */
function search(code: string): { candidates: Candidate[]; failures: Set<Reason> } {
  const candidates: Candidate[] = [];
  const failures = new Set<Reason>();
  let at = 0;
  let places = 0;
  const pieces = code.split(/["'`]/);
  for (const [index, piece] of pieces.entries()) {
    const isQuoted = index > 0;
    const isClosed = index < pieces.length - 1;
    const quoted = isQuoted && piece.length < 2 * REACH ? withoutBreaks(piece) : '';
    // Without slashes it is a host only if a scheme was put in front of it.
    const isHost = /^\s*(?:https?:)?\/\//i.test(piece) || /\+\s*$/.test(pieces[index - 1] ?? '');
    const candidate = isHost ? read(quoted, at, false) : undefined;
    // A chat's address ends in `.js`; a support center's may go on where the text does not.
    if (candidate && (isClosed || candidate.type === 'chat')) candidates.push(candidate);
    else if (candidate) failures.add('cut-off');
    else if (OURS.test(quoted)) failures.add(failureOf(quoted));
    if (!candidate) {
      for (const { index: place } of piece.matchAll(new RegExp(OURS, 'g'))) {
        if ((places += 1) > MAX_PLACES) break;
        const bare = readBare(piece, place, at, pieces.length === 1);
        if (typeof bare === 'string') failures.add(bare);
        else candidates.push(bare);
      }
    }
    at += piece.length + 1;
  }
  return { candidates, failures };
}

/** Puts the lines together that were broken within a string, where that is clearly an address and no prose. */
const withoutBreaks = (piece: string): string =>
  /^\s*(?:https?:)?\/\//i.test(piece) ? piece.replace(BREAKS, '') : piece;

function read(address: string, at: number, isBare: boolean): Candidate | undefined {
  const parts = ADDRESS.exec(address);
  if (!parts) return undefined;
  const [, scheme, slashes, name, folder, iid, chat, center] = parts;
  // Without dots or slashes it is a path, and without a scheme a lone name may be anything.
  if (scheme ? !slashes : !slashes && !name!.includes('.')) return undefined;
  const type = center ? 'support-center' : 'chat';
  const chatId = (chat ?? center)!;
  // Only in the host a browser makes small letters of capitals.
  const isAllCapitals = /\/SDK\/(?:CHAT|SUPPORTCENTER)/.test(address);
  const given = isAllCapitals ? iid?.toLowerCase() : iid;
  const path = embedPath(type, chatId)
    .replace('/public', '')
    .replace(/uriid_\w+/, (usual) => (given && given !== UNKNOWN ? given : usual));
  const folders = isAllCapitals ? folder!.toLowerCase() : folder!;
  const src = resolve(`${scheme ?? 'https:'}//${name}${folders}${path}`);
  const { host } = readEmbed(src ?? '');
  if (!src || !host || readEmbed(src).chatId !== chatId) return undefined;
  return { at, isBare, isInsecure: src.startsWith('http:'), src, host, type, chatId };
}

function resolve(address: string): string | undefined {
  try {
    return new URL(address).href;
  } catch {
    return undefined;
  }
}

/** Reads an address around a place where it stands in no quotes; mail may have broken it into several lines. */
function readBare(piece: string, place: number, offset: number, isOnly: boolean): Candidate | Reason {
  let start = place;
  while (start > 0 && place - start < REACH && !isBoundary(piece[start - 1]!)) start -= 1;
  let end = place;
  while (end < piece.length && end - place < REACH && !isBoundary(piece[end]!, true)) end += 1;
  const word = piece.slice(start, end).replace(/[.,!?)\]]+$/, '');
  const before = wordBefore(piece, start);
  const after = /^\s+([\w.-]{1,100})(?:\s+([\w.-]{1,100}))?/.exec(piece.slice(end, end + REACH));
  // Where the beginning may be missing, only slashes tell that a host is whole.
  const isWhole = isOnly && start === 0 && end === piece.length;
  const hasHost = /^(?:https?:)?\/\//i.test(word);
  // The beginning of an address on the line before: it may be a part of the host, which can't be told from one of its own.
  const isContinued = !hasHost && /^(?:https?:)?\/\/\S/i.test(before);
  const beginning = isContinued && !word.split('/')[0]!.includes('.') ? before : '';
  if (!hasHost && !beginning && (isContinued || !isWhole)) {
    return NO_HOST.test(word) ? 'no-host' : 'broken';
  }
  const ends = ['', after?.[1] ?? '', (after?.[1] ?? '') + (after?.[2] ?? '')];
  for (const more of new Set(ends)) {
    const candidate = read(beginning + word + more, offset + start, true);
    if (candidate) return candidate;
  }
  return failureOf(beginning + word);
}

const isBoundary = (character: string, isAfter = false): boolean =>
  !(isAfter && /[=;]/.test(character)) && (BOUNDARY.test(character) || character === COMMENTED);

function wordBefore(piece: string, start: number): string {
  const line = piece.slice(Math.max(0, start - REACH), start);
  return /\s$/.test(line) ? line.trim().split(/\s/).at(-1)! : '';
}

function failureOf(address: string): Reason {
  if (/^(?!https?:)[a-z][a-z\d+.-]{1,20}:(?!\d)/i.test(address)) return 'bad-scheme';
  if (NO_HOST.test(address)) return 'no-host';
  return WITH_HOST.test(address) ? 'cut-off' : 'broken';
}

/** The tags that were made already, and name host and id. */
const hostTags = (code: string): Candidate[] =>
  [...code.matchAll(TAG)].flatMap(({ 0: tag, index }) => {
    const attributes = new Map<string, string>();
    for (const [, name, text] of tag.matchAll(ATTRIBUTE)) {
      // A browser, too, takes the first of a name.
      if (!attributes.has(name!)) attributes.set(name!, text!.replace(/^["']|["']$/g, '').trim());
    }
    const host = attributes.get('host');
    const chatId = attributes.get('chat-id') ?? '';
    // A `src` wins over them.
    if (!host || attributes.get('src') || !/^\d+$/.test(chatId)) return [];
    return read(embedAddress(host, attributes.get('type'), chatId), index + 1, false) ?? [];
  });

/** From where to where the text is commented out; a comment that is not closed is none. */
function commentsIn(code: string): [start: number, end: number][] {
  const ranges: [number, number][] = [];
  for (const [opening, closing, isNoComment] of [
    // What old pages begin their scripts with hides nothing from a browser.
    ['<!--', '-->', /<script\b[^<>]*>\s*$/i],
    // As in `image/*`.
    ['/*', '*/', /\w$/],
  ] as const) {
    let end = 0;
    for (;;) {
      const start = code.indexOf(opening, end);
      if (start < 0 || ranges.length > MAX_PLACES) break;
      end = code.indexOf(closing, start + opening.length);
      if (end < 0) break;
      if (!isNoComment.test(code.slice(Math.max(0, start - REACH), start))) ranges.push([start, end]);
    }
  }
  return ranges;
}

function isLineComment(code: string, at: number): boolean {
  const line = code.slice(Math.max(code.lastIndexOf('\n', at - 1) + 1, at - LINE), at);
  return (
    line.includes(COMMENTED) || /(?:^|[\s;{}])\/\/[^"'`]*["'`]?$/.test(line.replace(/["'`][^"'`]*["'`]/g, ''))
  );
}

function formAt(code: string, at: number, isBare: boolean): Form {
  const tag = code.slice(Math.max(0, code.lastIndexOf('<', at - 1)), at);
  if (/^<useresponse-widget\b/i.test(tag) || /^<useresponse-widget\b/i.test(code.slice(at - 1)))
    return 'widget-tag';
  if (/^<script\b[^>]*$/i.test(tag)) return 'script-tag';
  return isBare ? 'address' : 'embed-code';
}

/** Whether the text had to be put right, so that somebody who compares it finds his way. */
const isMangled = (text: string): boolean =>
  /&(?:lt|quot|amp;lt|amp;quot|#\d+|#x[\da-f]+);|\\["'/_]|%(?:3C|2F)|=3D["']|[\u201c-\u201f\u2018-\u201b\u2010-\u2015\uff02\uff07\u00ad\u200b-\u200d\u2060\ufeff\u2028]/i.test(
    text,
  ) || /\/SDK\//.test(text);
