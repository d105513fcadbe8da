import { createServer, request as ask, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands between the visitors of one fault and the vendor: it can hold what passes, and be shut. */
export interface Door {
  origin: string;
  readonly isHeld: boolean;
  /** Lets no script through until it is let go. */
  hold(): void;
  letGo(): void;
  /** Cuts off what it holds. */
  cut(): void;
  /** Refuses connections until it is opened again. */
  shut(): Promise<void>;
  open(): Promise<void>;
  close(): void;
}

export async function openDoor(vendor: string): Promise<Door> {
  let held: Promise<unknown> | undefined;
  let letGo = (): void => {};
  const destroy = (response: ServerResponse): void => void response.destroy();

  const server = createServer(async (request, response) => {
    if (request.url?.includes('/sdk/')) await held;
    const { method = 'GET', url = '/', headers } = request;
    const passedOn = ask(new URL(url, vendor), { method, headers }, (answer) => {
      // On a connection that was used before, a browser asks again by itself when it breaks.
      response.writeHead(answer.statusCode ?? 502, { ...answer.headers, connection: 'close' });
      // What the vendor breaks off must break off here too, with what has come of it.
      answer.on('error', () => destroy(response)).pipe(response);
    });
    passedOn.on('error', () => destroy(response));
    request.pipe(passedOn);
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const release = (): void => {
    letGo();
    held = undefined;
  };
  const shut = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });

  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    get isHeld() {
      return held !== undefined;
    },
    hold() {
      held = new Promise<void>((resolve) => (letGo = resolve));
    },
    letGo: release,
    cut() {
      server.closeAllConnections();
      release();
    },
    shut,
    open: async () => {
      if (!server.listening) await listen(port);
    },
    close: () => void shut(),
  };
}
