import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A line to one server that is as long as a visitor's: whatever goes through it, goes through it late. */
export interface Line {
  port: number;
  /** Ends the connections that are open. */
  hangUp(): void;
  close(): Promise<void>;
}

/** How long a byte and its answer are on their way together, in milliseconds. */
export interface Distance {
  roundTrip: number;
}

/**
 * Delays on the level of bytes, below TLS: handshakes take their round trips, requests of one connection share theirs, and
 * a preload, a preconnect and a script are all late in the same way. A browser's own emulation delays each request by
 * itself and no handshake.
 */
export async function startLine(target: number, distance: Distance): Promise<Line> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (visitor) => {
    const { roundTrip } = distance;
    const upstream = connect({ port: target, host: '127.0.0.1', noDelay: true });
    // On this machine a connection is there at once; elsewhere it takes a round trip before the first byte may go.
    const opened = performance.now() + roundTrip;
    carry(visitor, upstream, roundTrip / 2, opened);
    carry(upstream, visitor, roundTrip / 2, opened);
    for (const socket of [visitor, upstream]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    }
  });
  const hangUp = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: await listen(server),
    hangUp,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        hangUp();
      }),
  };
}

function carry(from: Socket, to: Socket, delay: number, opened: number): void {
  let last = Promise.resolve();
  const later = (action: () => void): void => {
    const due = Math.max(performance.now(), opened) + delay;
    last = last.then(() => wait(Math.max(0, due - performance.now()))).then(action);
  };
  from.on('data', (bytes) => later(() => to.write(bytes)));
  from.on('end', () => later(() => to.end()));
  // A closed tab ends its connections in the middle.
  from.on('error', () => to.destroy());
}

export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
