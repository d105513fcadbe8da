import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { bundleScript } from './bundle.ts';
import { send } from './http.ts';
import type { WidgetStore } from './store.ts';
import type { Faults } from './types.ts';

const JAVASCRIPT = 'text/javascript';

export interface ScriptRequest {
  widget: string;
  iid: string;
  isBare: boolean;
  request: IncomingMessage;
  response: ServerResponse;
}

/** Answers the request for the vendor's script, or fails to as the widget's faults want it. */
export async function serveScript(store: WidgetStore, asked: ScriptRequest): Promise<void> {
  const { widget, request, response } = asked;
  const faults = store.countRequest(widget);
  store.record(widget, { kind: 'request', url: request.url ?? '', outcome: describe(faults) });
  response.setHeader('Cache-Control', faults.cache ?? 'no-store');
  if (faults.hang) return;
  if (faults.delay) await wait(faults.delay);
  if (faults.status) return send(response, faults.status, 'text/plain', 'The simulator was asked to fail.');
  if (faults.html) return send(response, 200, 'text/html', '<!doctype html><title>Sign in</title>');
  const code = await scriptFor(asked, faults, false);
  if (faults.reset) return cutOff(response, code);
  send(response, 200, JAVASCRIPT, code);
}

/** The second script of a chain has only the faults of the API; those of the request were the first one's. */
export async function serveSecondScript(store: WidgetStore, asked: ScriptRequest): Promise<void> {
  const { faults } = store.snapshot(asked.widget);
  send(asked.response, 200, JAVASCRIPT, await scriptFor(asked, faults, true));
}

function scriptFor(
  { widget, iid, isBare, request }: ScriptRequest,
  faults: Faults,
  second: boolean,
): Promise<string> {
  return bundleScript({ widget, iid, base: `//${request.headers.host}`, faults, second, isBare });
}

function cutOff(response: ServerResponse, code: string): void {
  response.writeHead(200, { 'Content-Type': JAVASCRIPT, 'Content-Length': Buffer.byteLength(code) });
  response.write(code.slice(0, code.length / 2), () => response.destroy());
}

function describe(faults: Faults): string {
  const { hang, status, html, reset, throws, delay } = faults;
  const outcome =
    (hang && 'hangs') ||
    (status && `status ${status}`) ||
    (html && 'a page of HTML') ||
    (reset && 'cut off') ||
    (throws && 'throws') ||
    'served';
  return delay && !hang ? `${outcome} after ${delay} ms` : outcome;
}
