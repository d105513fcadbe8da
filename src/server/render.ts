import { attributes, isBlank, readable, type Value } from './attributes.ts';
import { hints as makeHints } from './hints.ts';
import { createToken, type TokenParts } from './token.ts';

/** What `renderWidget` takes. Of `src` and `host` with `chatId` one is needed; all that is null, undefined or empty is left out. */
export interface WidgetOptions {
  /** The script URL of the UseResponse embed code (Administration » Widgets). Wins over `host`. */
  src?: string | null | undefined;
  /** Instead of `src`: the host of UseResponse, as in `help.example.com`. Needs `chatId`. */
  host?: string | null | undefined;
  /** The id of the widget, digits only: the last number in the script's URL. */
  chatId?: string | number | null | undefined;
  /**
   * With `host`: which of the two widgets it is.
   * @default 'chat'
   */
  type?: 'chat' | 'support-center' | null | undefined;
  /**
   * The secret that the token is made with; needed wherever there is an `email`, and never rendered. From UseResponse:
   * Administration » Applications » Single Sign-On » Settings » OneLogin » Integration Details.
   */
  securityKey?: string | null | undefined;
  /** The email address of the signed-in user. Empty or left out: an anonymous visitor, for whom no token is made. */
  email?: string | null | undefined;
  /** The name of the signed-in user. */
  name?: string | null | undefined;
  /** Custom fields by their ids, as in `{ property_170: 'text' }`, or JSON of the same. */
  properties?: string | Record<string, Value> | null | undefined;
  /**
   * When the vendor's script is loaded.
   * @default 'eager'
   */
  loading?: 'eager' | 'idle' | 'interaction' | null | undefined;
  /** Space-separated event names; nothing is loaded or stored before one of them is seen. */
  loadOn?: string | null | undefined;
  /**
   * Space-separated event names that clear the chat.
   * @default 'logout'
   */
  clearOn?: string | null | undefined;
  /**
   * How long to wait for the vendor's script and its API together, in milliseconds.
   * @default 15000
   */
  timeout?: number | null | undefined;
  /** The nonce of the page's Content-Security-Policy. */
  nonce?: string | null | undefined;
  /**
   * Puts a resource hint before the tag, so that the vendor's script starts with the page. Never with `loadOn`: before the
   * consent no connection may be opened. Nor with `interaction`, where it would not last.
   * @default false
   */
  hints?: boolean | null | undefined;
  /** HTML that is shown until the widget is ready. It is inserted as it is: escape in it what visitors have written. */
  fallback?: string | null | undefined;
}

/**
 * Renders the tag, on one line, with every value escaped; the token is made from `securityKey` and `email`. For the part of
 * a page that is shown to this one visitor: no cache may keep it.
 *
 * @throws {TypeError} (by the promise) where it is not said which widget it is, where there is an email without a key, or
 * where `properties` can't be written as JSON.
 */
export async function renderWidget(options: WidgetOptions): Promise<string> {
  const { src, host, chatId, type, securityKey, name, loading, loadOn, clearOn, timeout, nonce } = options;
  if (isBlank(src) && isBlank(host))
    throw new TypeError(
      'renderWidget: src is missing. Copy it from the embed code, or give host and chatId.',
    );
  if (isBlank(src) && isBlank(chatId))
    throw new TypeError(
      'renderWidget: chatId is missing. It is the last number in the address of the embed code.',
    );
  // What the page shows is what is hashed. What is no text is refused with the token.
  const email = typeof options.email === 'string' ? readable(options.email) : options.email;
  const isSomebody = !isBlank(email);
  if (isSomebody && isBlank(securityKey)) {
    throw new TypeError(
      'renderWidget: securityKey is missing. Without it nobody is recognised: leave email out, or give the key.',
    );
  }
  const tag = attributes({
    src,
    host,
    'chat-id': chatId,
    type,
    token: isSomebody && (await createToken({ email, securityKey } as TokenParts)),
    email: isSomebody && email,
    name,
    properties: json(options.properties),
    loading,
    'load-on': loadOn,
    'clear-on': clearOn,
    timeout,
    nonce,
  });
  const links =
    options.hints && isBlank(loadOn) ? makeHints({ src, host, chatId, type, loading, nonce }) : '';
  return `${links}<useresponse-widget${tag}>${options.fallback || ''}</useresponse-widget>`;
}

function json(properties: WidgetOptions['properties']): string | null | undefined {
  if (typeof properties !== 'object') return properties;
  try {
    const text = properties && JSON.stringify(properties);
    // Of nobody there is nothing to say.
    return text === '{}' ? undefined : text;
  } catch (cause) {
    throw new TypeError('renderWidget: properties can’t be written as JSON. Give an object of strings.', {
      cause,
    });
  }
}
