import type { ReactiveElement } from '@lit/reactive-element';

/** When the vendor may come into the page. Every wait ends with the signal, and then never goes on. */

declare global {
  interface Document {
    /** Missing in some browsers. */
    readonly prerendering?: boolean;
  }
}

/** Consent events that this document has seen; they hold for later elements too. */
const consents = new Set<string>();

/** The events that a visitor's first touch of a page can be. */
const INTERACTIONS = ['pointerdown', 'pointermove', 'keydown', 'touchstart', 'scroll'];

/** The names in a space-separated list. */
export const names = (list: unknown, fallback = ''): string[] =>
  ((typeof list === 'string' && list.trim()) || fallback).split(/\s+/).filter(Boolean);

/** Hears events wherever they are dispatched: what bubbles or not, and inside the shadow trees around the element. */
export function hear(
  element: Element,
  types: string[],
  handler: (event: Event) => void,
  signal: AbortSignal,
): void {
  for (const target of [window, element.getRootNode(), element]) {
    for (const type of types)
      target.addEventListener(type, handler, { capture: true, passive: true, signal });
  }
}

/**
 * Whether the vendor may come into the page: it is not prerendered, and one of the consent events was seen, if there are
 * any. If not, the element is updated as soon as that changes.
 */
export function isAllowedNow(host: ReactiveElement, consentTypes: string[], signal: AbortSignal): boolean {
  const update = (): void => host.requestUpdate();
  if (document.prerendering) {
    document.addEventListener('prerenderingchange', update, { signal });
    return false;
  }
  if (!consentTypes.length || consentTypes.some((type) => consents.has(type))) return true;
  const handleConsent = (event: Event): void => {
    consents.add(event.type);
    update();
  };
  hear(host, consentTypes, handleConsent, signal);
  return false;
}

/** Waits for the moment that `loading` names; an unknown word is `eager`. */
export function whenDue(host: Element & { loading: unknown }, signal: AbortSignal, go: () => void): void {
  if (host.loading === 'interaction') hear(host, INTERACTIONS, go, signal);
  else if (host.loading !== 'idle') go();
  else if (document.readyState === 'complete')
    (window.requestIdleCallback ?? setTimeout)(() => signal.aborted || go());
  else addEventListener('load', () => whenDue(host, signal, go), { signal });
}
