import { isNothing, type Config } from './config.ts';
import { requestScript } from './loader.ts';

let isInspected = false;

/** Whether `debug` asks for the inspector; with `on-request` the page's address has to. */
export const isAsked = (debug: unknown): boolean =>
  debug === 'on-request' ? location.search.includes('useresponse-debug') : !isNothing(debug);

/** Notes when something was done, for the inspector, which comes later. */
export const mark = (step: string, detail?: unknown): unknown =>
  isInspected && performance.mark(step, { detail });

/** Brings the inspector, which finds the element by itself. Where the site has none, the console tells the steps. */
export function inspect(config: Config, nonce: string): void {
  // No person's values: consoles are copied into mails.
  performance.mark('useresponse-config', { detail: { ...config, user: !!config.user } });
  if (isInspected) return;
  isInspected = true;
  const tell = (): void => {
    // A server that answers everything with a page has not sent the inspector.
    if (document.querySelector('useresponse-inspector')) return;
    new PerformanceObserver((list) => {
      for (const { name, startTime, detail } of list.getEntries() as PerformanceMark[])
        if (/^useresponse/.test(name)) console.info(name, startTime, JSON.stringify(detail));
    }).observe({ type: 'mark', buffered: true });
  };
  const tag = document.querySelector<HTMLScriptElement>('script[src*=useresponse-widget]');
  if (tag) requestScript(new URL('useresponse-inspector.js', tag.src).href, nonce, tell);
  else tell();
}
