import type { UseresponseWidget } from '../element.ts';
import type { UseresponseEventMap } from '../events.ts';

type Setting =
  | 'src'
  | 'host'
  | 'chatId'
  | 'type'
  | 'token'
  | 'email'
  | 'name'
  | 'properties'
  | 'loading'
  | 'loadOn'
  | 'clearOn'
  | 'debug';

/** What can be written into the tag in a template of a framework. Each framework's entry adds its own way to listen. */
export interface WidgetAttributes extends Partial<Pick<UseresponseWidget, Setting>> {
  'chat-id'?: UseresponseWidget['chatId'];
  'load-on'?: UseresponseWidget['loadOn'];
  'clear-on'?: UseresponseWidget['clearOn'];
  /** How long to wait for the vendor's script and its API together, in milliseconds. */
  timeout?: number | `${number}` | undefined;
  /** The nonce of the page's Content-Security-Policy. */
  nonce?: string | undefined;
  /** One custom field; the number is its id under Administration » Custom Fields » Users. */
  [field: `property_${string}`]: string | number | boolean | null | undefined;
}

/** The element's events, each under the name that the prefix makes of it. */
export type Listeners<Prefix extends string> = {
  [Type in keyof UseresponseEventMap as `${Prefix}${Type}`]?: (event: UseresponseEventMap[Type]) => void;
};
