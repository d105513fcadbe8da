import type { JSX as Solid } from 'solid-js';
import type { UseresponseWidget } from '../element.ts';
import type { WidgetAttributes, Listeners } from './attributes.ts';

type Base = Solid.HTMLAttributes<UseresponseWidget>;

declare module 'solid-js' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- The only way to name an element to JSX.
  namespace JSX {
    interface IntrinsicElements {
      'useresponse-widget': Base & WidgetAttributes & Listeners<'on:'>;
    }
  }
}
