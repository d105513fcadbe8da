import type { HTMLAttributes } from 'svelte/elements';
import type { UseresponseWidget } from '../element.ts';
import type { WidgetAttributes, Listeners } from './attributes.ts';

type Base = HTMLAttributes<UseresponseWidget>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'useresponse-widget': Base & WidgetAttributes & Listeners<'on'> & Listeners<'on:'>;
  }
}
