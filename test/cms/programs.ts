import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/cms/', import.meta.url));
/** How long a server may take until it answers, in milliseconds. */
const PATIENCE = 60_000;

export const run = async (command: string, args: string[], cwd?: string): Promise<string> => {
  const { stdout } = await promisify(execFile)(command, args, { cwd, maxBuffer: 50_000_000 });
  return stdout;
};

/** What is big is fetched once: into a folder of its own, which is there only when all of it is. */
export async function fetched(name: string, fetch: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(CACHE, name);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const unfinished = mkdtempSync(`${folder}-`);
  try {
    await fetch(unfinished);
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

/** A folder for one run. */
export const temporaryFolder = (name: string): string => mkdtempSync(join(tmpdir(), `${name}-`));

export interface PhpServer {
  url: string;
  close(): Promise<void>;
}

/** PHP's own server. An edited file counts at once: the cache looks at it on each request. */
export async function servePhp(root: string, port: number, args: string[] = []): Promise<PhpServer> {
  const url = `http://127.0.0.1:${port}`;
  const child: ChildProcess = spawn(
    'php',
    [
      '-d',
      'opcache.revalidate_freq=0',
      '-d',
      'display_errors=0',
      ...args,
      '-S',
      `127.0.0.1:${port}`,
      '-t',
      root,
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const end = (): void => void child.kill();
  process.once('exit', end);
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    if (
      await fetch(`${url}/useresponse-is-there`).then(
        () => true,
        () => false,
      )
    )
      break;
    if (Date.now() > deadline) throw new Error(`PHP's server does not answer at ${url}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    async close() {
      process.off('exit', end);
      end();
      await ended;
    },
  };
}
