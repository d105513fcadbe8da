import type { HTMLAttributes } from 'preact';
import type { UseresponseWidget } from '../element.ts';
import type { WidgetAttributes, Listeners } from './attributes.ts';

type Base = HTMLAttributes<UseresponseWidget>;

declare module 'preact' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- The only way to name an element to JSX.
  namespace JSX {
    interface IntrinsicElements {
      'useresponse-widget': Base & WidgetAttributes & Listeners<'on'>;
    }
  }
}
