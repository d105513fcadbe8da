import { startSimulator, type RunningSimulator } from './simulator/server.ts';

const FIRST_PORT = 5190;
const PORTS_TO_TRY = 20;

/**
 * Vite loads these modules anew when it restarts, and starts its next server before it closes the last. Kept on the
 * process, one simulator lives through that, with its address and all that it has seen; a change of its own code
 * needs a new `npm start`.
 */
const SLOT = Symbol.for('useresponse-widget: the simulator of the demo');

interface Shared {
  running: Promise<RunningSimulator>;
  users: number;
}

const slots = globalThis as { [SLOT]?: Shared | undefined };

export async function joinSimulator(): Promise<RunningSimulator> {
  const shared = (slots[SLOT] ??= { running: startOnFreePort(), users: 0 });
  shared.users += 1;
  const { url } = await shared.running;
  return { url, close: once(() => leave(shared)) };
}

async function leave(shared: Shared): Promise<void> {
  shared.users -= 1;
  if (shared.users > 0) return;
  slots[SLOT] = undefined;
  await (await shared.running).close();
}

async function startOnFreePort(): Promise<RunningSimulator> {
  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TO_TRY; port += 1) {
    try {
      return await startSimulator(port);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  return startSimulator(0);
}

/** Vite ends a plugin once for each of its environments. */
function once(action: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= action());
}
