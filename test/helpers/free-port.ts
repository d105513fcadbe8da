import { createServer } from 'node:net';

/** Below those that a system gives to who asks for any port: between here and the program's start nobody gets one of them. */
const [FIRST, COUNT] = [20_000, 12_000];
/** How many ports of its own each process has, so that two that run at the same time don't choose the same. */
const OWN = 8;

let next = process.pid * OWN;

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** A port for a program that has to be told one before it starts. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < COUNT; tries += 1) {
    const port = FIRST + (next++ % COUNT);
    if (await isFree(port)) return port;
  }
  throw new Error('All ports are taken.');
}
