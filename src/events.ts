import { mark } from './inspect.ts';
import { pageOf, type Problem } from './messages.ts';
import type { ClearReason } from './session.ts';

/** What the element dispatches. All bubble, cross shadow roots, and carry no personal data. */
export interface UseresponseEventMap {
  'useresponse-ready': CustomEvent<null>;
  'useresponse-identify': CustomEvent<null>;
  'useresponse-clear': CustomEvent<{ reason: ClearReason }>;
  'useresponse-error': CustomEvent<Problem>;
}

const logged = new Set<string>();

export function emit<Type extends keyof UseresponseEventMap>(
  host: Element,
  type: Type,
  detail?: UseresponseEventMap[Type]['detail'],
): void {
  mark(type, detail);
  host.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
}

/** Tells of a problem by event, and once per document in the console. */
export function report(host: Element, found: Problem): void {
  const line = `<useresponse-widget> ${found.code}: ${found.message} ${pageOf(found.code)}`;
  if (!logged.has(line)) console.error(line);
  logged.add(line);
  emit(host, 'useresponse-error', found);
}
