import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveWidget } from './control.ts';
import { streamEvents } from './events.ts';
import { allowAnyOrigin, send, sendJson } from './http.ts';
import { route, type Route } from './routes.ts';
import { serveScript, type ScriptRequest } from './script.ts';
import { WidgetStore } from './store.ts';

export { SIMULATOR_SECURITY_KEY } from './token.ts';
export type * from './types.ts';

type Next = (error?: unknown) => void;
type Middleware = (request: IncomingMessage, response: ServerResponse, next: Next) => void;

export interface RunningSimulator {
  url: string;
  close(): Promise<void>;
}

export interface SimulatorOptions {
  /** The scripts make no chat window and tell the server nothing: for tests that open thousands of pages. */
  isBare?: boolean;
}

/** Plays a UseResponse server; what it does not know it leaves to the next handler. */
function createSimulator({ isBare = false }: SimulatorOptions = {}): Middleware {
  const store = new WidgetStore();
  return (request, response, next) => {
    const url = new URL(request.url ?? '/', 'http://simulator.invalid');
    const found = route(url);
    if (!found) return next();
    allowAnyOrigin(response);
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    answer(store, found, { isBare, request, response }, url).catch((error: unknown) => {
      if (response.headersSent) return response.destroy();
      const status = error instanceof TypeError || error instanceof SyntaxError ? 400 : 500;
      sendJson(response, { error: String(error) }, status);
    });
  };
}

/** Serves the simulator alone, on an origin of its own as the vendor's. */
export async function startSimulator(port = 0, options?: SimulatorOptions): Promise<RunningSimulator> {
  const simulator = createSimulator(options);
  const server = createServer((request, response) => {
    simulator(request, response, () => {
      allowAnyOrigin(response);
      send(response, 404, 'text/plain', 'The simulator has nothing here.');
    });
  });
  // After a pause of some seconds it would close a connection just as somebody asks again on it.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Event streams and hanging scripts would keep the server open for ever.
        server.closeAllConnections();
      }),
  };
}

async function answer(
  store: WidgetStore,
  found: Route,
  asked: Omit<ScriptRequest, 'widget' | 'iid'>,
  url: URL,
): Promise<void> {
  switch (found.to) {
    case 'script':
      return serveScript(store, { ...found, ...asked });
    case 'widget':
      return serveWidget(store, { ...found, iid: '', ...asked }, found.action, url.searchParams);
    case 'events':
      return streamEvents(asked.response, store);
    case 'reset':
      store.forgetAll();
      return sendJson(asked.response, {});
  }
}
