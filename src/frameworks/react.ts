import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { UseresponseWidget } from '../element.ts';
import type { WidgetAttributes, Listeners } from './attributes.ts';

type Base = DetailedHTMLProps<HTMLAttributes<UseresponseWidget>, UseresponseWidget>;

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- The only way to name an element to JSX.
  namespace JSX {
    interface IntrinsicElements {
      'useresponse-widget': Base & WidgetAttributes & Listeners<'on'>;
    }
  }
}
