import type { HTMLAttributes } from 'vue';
import type { UseresponseEventMap } from '../events.ts';
import type { WidgetAttributes } from './attributes.ts';

type Camel<Text extends string> = Text extends `${infer Word}-${infer Rest}`
  ? `${Word}${Capitalize<Camel<Rest>>}`
  : Text;

/** `@useresponse-ready` in a template. */
type Emits = {
  [Type in keyof UseresponseEventMap as `on${Capitalize<Camel<Type>>}`]?: (
    event: UseresponseEventMap[Type],
  ) => void;
};

declare module 'vue' {
  interface GlobalComponents {
    'useresponse-widget': new () => { $props: HTMLAttributes & WidgetAttributes & Emits };
  }
}
