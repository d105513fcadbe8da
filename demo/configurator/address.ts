import type { Choices, Field } from './choices.ts';
import { bannerById, eventsOf } from './consent-banners.ts';
import { readEmbedCode } from './embed-code.ts';
import { looksSecret } from './secrets.ts';
import type { State } from './state.ts';

/** The choice in the part of an address behind the `#`: readable, short, and only what differs from the page's beginning. */

const MAX_LENGTH = 8_000;
const MAX_FIELDS = 50;

export function toHash({ choices, banner }: State, initial: State): string {
  const { choices: start } = initial;
  const pairs: [string, string][] = [];
  const put = (name: string, value: string, usual: string): void => {
    if (value !== usual && !looksSecret(withoutAddress(value))) pairs.push([name, value]);
  };
  put('platform', choices.platform, start.platform);
  put('src', choices.src, start.src);
  if (!choices.src) {
    put('host', choices.host, start.host);
    put('id', choices.chatId, start.chatId);
    put('type', choices.type, start.type);
  }
  put('recognise', choices.recognise ? 'yes' : 'no', 'yes');
  for (const { key, value, isExpression } of choices.fields) {
    pairs.push([isExpression ? 'expression' : 'field', `${key}:${looksSecret(value) ? '' : value}`]);
  }
  put('loading', choices.loading, start.loading);
  put('consent', banner, initial.banner);
  if (banner === 'other') put('load-on', choices.loadOn, start.loadOn);
  put('clear-on', choices.clearOn, start.clearOn);
  put('link', choices.fallback.address, start.fallback.address);
  put('link-text', choices.fallback.text, start.fallback.text);
  put('debug', choices.debug ? 'yes' : 'no', 'no');
  put('script', choices.script, start.script);
  return closed(pairs.map(([name, value]) => `${name}=${encode(value)}`).join('&'));
}

/** Reads what `toHash` wrote. Anybody can write an address: what is not possible in the page is left out. */
export function fromHash(hash: string, initial: State, platforms: string[]): State {
  const choices: Choices = { ...initial.choices, fields: [], fallback: { ...initial.choices.fallback } };
  let { banner } = initial;
  for (const pair of pairsIn(hash.replace(/^#/, ''))) {
    const at = pair.indexOf('=');
    if (at < 0) continue;
    const value = decode(pair.slice(at + 1));
    switch (pair.slice(0, at)) {
      case 'platform':
        if (platforms.includes(value)) choices.platform = value;
        break;
      case 'src':
        choices.src = widgetAddress(value);
        break;
      case 'host':
        choices.host = value;
        break;
      case 'id':
        choices.chatId = value;
        break;
      case 'type':
        if (value === 'support-center') choices.type = value;
        break;
      case 'recognise':
        choices.recognise = value !== 'no';
        break;
      case 'field':
      case 'expression':
        if (choices.fields.length < MAX_FIELDS) choices.fields.push(field(value, pair.startsWith('e')));
        break;
      case 'loading':
        if (value === 'idle' || value === 'interaction') choices.loading = value;
        break;
      case 'consent':
        if (value === 'other' || bannerById(value)) banner = value;
        break;
      case 'load-on':
        choices.loadOn = value;
        break;
      case 'clear-on':
        choices.clearOn = value;
        break;
      case 'link':
        choices.fallback.address = value;
        break;
      case 'link-text':
        choices.fallback.text = value;
        break;
      case 'debug':
        choices.debug = value === 'yes';
        break;
      case 'script':
        choices.script = value;
        break;
    }
  }
  const known = bannerById(banner);
  if (known) choices.loadOn = eventsOf(known);
  else if (banner === 'none') choices.loadOn = '';
  return { choices, banner };
}

/** Of an address that is too long, what is cut in two is left out: half of an expression is another one. */
function pairsIn(text: string): string[] {
  const pairs = text.slice(0, MAX_LENGTH + 1).split('&');
  return text.length > MAX_LENGTH ? pairs.slice(0, -1) : pairs;
}

/** What the box for the embed code would not take is none here, either. */
function widgetAddress(text: string): string {
  const code = readEmbedCode(text);
  return code.isFound ? code.src : '';
}

function field(text: string, isExpression: boolean): Field {
  const at = text.indexOf(':');
  return { key: text.slice(0, Math.max(at, 0)), value: text.slice(at + 1), isExpression };
}

/** The letters and digits of an address are no key. */
const withoutAddress = (value: string): string => (isWebAddress(value) ? '' : value);

export function isWebAddress(value: string): boolean {
  try {
    return /^https?:$/.test(new URL(value).protocol);
  } catch {
    return false;
  }
}

/**
 * What a fragment may hold stays as it is, so that people can read it; but not what ends a link for the programs that
 * make links of addresses in mails and chats.
 */
const encode = (value: string): string =>
  encodeURIComponent(value)
    .replace(/%(?:2F|3A|3F|3D|40|2C|24)/g, decodeURIComponent)
    .replace(/%20/g, '+')
    .replace(/[!'()*]/g, percent);

/** Such programs take a punctuation mark at the end for one of the sentence's. */
const closed = (hash: string): string =>
  hash.replace(/[^\w/=]$/, (last) => (last === '+' ? '%20' : percent(last)));

const percent = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return '';
  }
}
