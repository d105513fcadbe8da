import { embedAddress, readEmbed, type Embed } from './embed.ts';
import { problem, type ErrorCode, type Problem } from './messages.ts';

/** What the tag says, before anyone has looked at it: attributes are strings, properties may be anything. */
export interface Tag {
  src?: unknown;
  host?: unknown;
  chatId?: unknown;
  type?: unknown;
  token?: unknown;
  email?: unknown;
  name?: unknown;
  properties?: unknown;
  /** All attributes; those that begin with `property_` are custom fields. */
  attributes: Iterable<{ name: string; value: string }>;
}

/**
 * The signed-in person, as `UR.userConfig` takes him; only the keys that were given are there. He is the same person as
 * long as token and email are unchanged.
 */
export interface User {
  token: string;
  userEmail: string;
  userName?: string;
  properties?: Record<string, string>;
}

export interface Config {
  /**
   * The script to load; nothing where the page carries the vendor's own embed code, null where the tag names no good one.
   */
  url: string | null | undefined;
  /** Everything that is wrong with the tag; what stops it from loading comes first. */
  problems: Problem[];
  /** Which widget it is, as far as the page says so: the vendor's host, a slash, the chat id. */
  scope: string;
  chatId: string | undefined;
  /** Absent for an anonymous visitor. */
  user: User | undefined;
}

type Tell = (code: ErrorCode, subject?: string) => void;

/** Longer `properties` are refused: megabytes would freeze the page, and no form has that many fields. In characters. */
const MAX_PROPERTIES = 100_000;
/** How much of a value is searched for a template, in characters: far more than anybody's name, and nothing to wait for. */
const SEARCHED = 30_000;
/** A scheme, a host with or without a port, a slash: the rest is left to the browser, which refuses what is no host. */
const HOST = /^(https?:\/\/)?[\w.:[\]\u0080-\uffff-]+(?<!:)\/?$/i;
/** The lookaheads find the first opening and try no other, so a long value is looked through once. */
const TEMPLATE = /^(?=([^]*?\{[{%]))\1[^]*[}%]\}|^(?=([^]*?\$\{))\2[^]*\}|<\?|^\s*%\w+%\s*$/;

/**
 * Reads a tag into what is to be done and what is wrong with it. `base` resolves relative addresses; `embedded` finds the
 * vendor's own embed code, which tells about the widget where the tag does not.
 */
export function readConfig(tag: Tag, base: string, embedded: () => Embed | undefined): Config {
  const problems: Problem[] = [];
  const tell: Tell = (code, subject) => problems.push(problem(code, subject));
  const src = given(tag.src);
  const host = src ? undefined : given(tag.host);
  const id = given(tag.chatId);
  const ownId = /^\d+$/.test(id as string) ? id : undefined;
  // What is no host gives no address.
  const address = src ?? (host && (HOST.test(host) ? embedAddress(host, tag.type, ownId) : '//'));
  const url = address ? resolve(address, base) : undefined;
  if (address && !url) tell('bad-src', src ? 'src' : 'host');
  if (!ownId && (id || host)) tell('chat-id-missing');
  const embed = url ? readEmbed(url.href) : address ? undefined : embedded();
  const chatId = ownId ?? embed?.chatId;
  return {
    url: address && (!url || (host && !ownId)) ? null : url?.href,
    problems,
    scope: `${embed?.host ?? ''}/${chatId ?? ''}`,
    chatId,
    user: readUser(tag, tell),
  };
}

const given = (value: unknown): string | undefined => {
  const text = typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
  return text.trim() ? text : undefined;
};

/** Frameworks write these words into an attribute when they mean nothing. */
export const isNothing = (value: unknown): boolean => /^\s*(false|null|undefined)\s*$/.test(value as string);

const givenOfUser = (value: unknown): string | undefined => {
  const text = given(value);
  return isNothing(text) ? undefined : text;
};

/** Whether a template engine left the value unrendered. */
const isUnrendered = (value: string): boolean => TEMPLATE.test(value.slice(0, SEARCHED));

function resolve(address: string, base: string): URL | undefined {
  try {
    const url = new URL(address, base);
    if (/^https?:/.test(url.protocol) && !isUnrendered(address)) return url;
  } catch {
    // As bad as an address of another kind.
  }
  return undefined;
}

function readUser(tag: Tag, tell: Tell): User | undefined {
  /** A template that was not rendered is as good as no value. */
  const rendered = (attribute: string, value: string | undefined): string | undefined => {
    if (!value || !isUnrendered(value)) return value;
    tell('template-not-rendered', attribute);
    return undefined;
  };

  const givenToken = givenOfUser(tag.token);
  const givenEmail = givenOfUser(tag.email);
  if (!givenToken !== !givenEmail) tell('incomplete-user', givenToken ? 'email' : 'token');
  const token = rendered('token', givenToken);
  const userEmail = rendered('email', givenEmail);
  const userName = rendered('name', givenOfUser(tag.name));

  const fields = readProperties(tag.properties, tell);
  for (const { name, value } of tag.attributes) {
    if (name.startsWith('property_') && given(value)) fields.push([name, value]);
  }
  const properties = fields.filter(([key, value]) => rendered(key, value) !== undefined);

  if (!token || !userEmail) return undefined;
  return {
    token,
    userEmail,
    ...(userName && { userName }),
    // Own entries only, so that a key like __proto__ stays a key; in one order, whatever the tag's is.
    ...(properties[0] && {
      properties: Object.fromEntries(Object.entries(Object.fromEntries(properties)).sort()),
    }),
  };
}

function readProperties(value: unknown, tell: Tell): [string, string][] {
  const fields: [string, string][] = [];
  const json = givenOfUser(value);
  if (!json && Object(value) !== value) return fields;
  try {
    const object: unknown = json ? json.length < MAX_PROPERTIES && JSON.parse(json) : value;
    if ({}.toString.call(object) !== '[object Object]') throw object;
    let length = 0;
    for (const [key, field] of Object.entries(object as object)) {
      if (Object(field) === field) tell('bad-properties', `${key} in properties`);
      else if (field !== undefined) {
        const text = `${field ?? ''}`;
        fields.push([key, text]);
        length += key.length + text.length;
        if (length >= MAX_PROPERTIES) throw object;
      }
    }
  } catch {
    fields.length = 0;
    tell(json && isUnrendered(json) ? 'template-not-rendered' : 'bad-properties', 'properties');
  }
  return fields;
}
