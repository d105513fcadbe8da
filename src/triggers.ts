/** When the vendor may come into the page. Every wait ends with the signal, and then never goes on. */

declare global {
  interface Document {
    /** Missing in some browsers. */
    readonly prerendering?: boolean;
  }
}

/** The events that this document has seen; a consent holds for later elements too. */
export const seen = new Set<string>();

/** The events that a visitor's first touch of a page can be; a screen reader's may be a mere click. */
const INTERACTIONS = ['pointerdown', 'pointermove', 'click', 'keydown', 'touchstart', 'scroll'];

/** The names in a space-separated list; from scripts anything may come in its place. */
export const names = (list: unknown, otherwise: string[] = []): string[] =>
  (list as Partial<string> | null | undefined)?.match?.(/\S+/g) ?? otherwise;

/** Hears events wherever they are dispatched: whether they bubble or not, and in all shadow trees around the element. */
export function hear(
  element: Element,
  types: string[],
  handler: (event: Event) => void,
  options: AddEventListenerOptions,
): void {
  const targets: EventTarget[] = [window];
  for (let node: Node | undefined = element; node; node = (node as ShadowRoot).host) {
    targets.push((node = node.getRootNode()));
  }
  for (const target of targets) {
    for (const type of types)
      target.addEventListener(type, handler, { capture: true, passive: true, ...options });
  }
}

/** Whether the vendor may come into the page: not while it is only prerendered, nor before a consent that is awaited. */
export function mayCome(host: { loadOn: unknown }): boolean {
  const gate = names(host.loadOn);
  return !document.prerendering && (!gate[0] || gate.some((type) => seen.has(type)));
}

/** Whether the moment that `loading` names is there; if not, `go` is called when it comes. An unknown word is `eager`. */
export function isDue(host: Element & { loading: unknown }, signal: AbortSignal, go: () => void): boolean {
  if (host.loading === 'interaction') hear(host, INTERACTIONS, go, { signal, once: true });
  else if (host.loading !== 'idle') return true;
  else if (document.readyState === 'complete') {
    (window.requestIdleCallback ?? setTimeout)(() => signal.aborted || go());
  } else addEventListener('load', () => isDue(host, signal, go), { signal });
  return false;
}
