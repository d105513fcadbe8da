import { isNothing, type Config } from './config.ts';
import { requestScript } from './loader.ts';

let isInspected = false;

/** Whether `debug` asks for the inspector; with `on-request` the page's address has to. */
export const isAsked = (debug: unknown): boolean =>
  debug === 'on-request' ? location.search.includes('useresponse-debug') : !isNothing(debug);

/** Tells a step to the console, and notes it for the inspector, which comes later. */
export function mark(step: string, detail?: unknown): void {
  if (!isInspected) return;
  performance.mark(step, { detail });
  console.info(step, JSON.stringify(detail));
}

/** Brings the inspector, which finds the element by itself. Where the site has none, the console has told the steps. */
export function inspect(config: Config, nonce: string): void {
  const isFirst = !isInspected;
  isInspected = true;
  // No person's values: consoles are copied into mails.
  mark('useresponse-config', { ...config, user: !!config.user });
  const tag = document.querySelector<HTMLScriptElement>('script[src*="useresponse-widget."]');
  if (isFirst && tag) requestScript(new URL('useresponse-inspector.js', tag.src).href, nonce, () => {});
}
