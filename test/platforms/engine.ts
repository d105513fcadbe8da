import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Snippet } from '../../demo/configurator/choices.ts';
import { ENGINES, isThere } from '../../scripts/platforms-engines.mjs';
import type { Person } from './people.ts';

export type EngineName = keyof typeof ENGINES;

/** The reason why tests of an engine are left out; false where it is there. */
export const lackOf = (name: EngineName): string | false =>
  !isThere(ENGINES[name]) && `needs ${ENGINES[name].packages.join(', ')}`;

export interface Run {
  /** Which of the engine's recipes it is. */
  kind: string;
  snippets: Snippet[];
  /** Null is a visitor who is not signed in. */
  people: (Person | null)[];
  key: string;
}

/** What each of the people gets to see. */
export const render = (name: EngineName, run: Run): Promise<string[]> =>
  name === 'jsp' ? renderPages(run) : renderTexts(name, run);

const runnerOf = (name: EngineName): string =>
  fileURLToPath(new URL(`engines/${ENGINES[name].runner}`, import.meta.url));

async function start(command: string[], input: string, env: Record<string, string> = {}): Promise<string> {
  const child = spawn(command[0]!, command.slice(1), { env: { ...process.env, ...env } });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve, reject) =>
    child.on('close', resolve).on('error', reject),
  );
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0) throw new Error(`${command[0]} failed: ${errors || output}`);
  return output;
}

async function renderTexts(name: EngineName, { kind, snippets, people, key }: Run): Promise<string[]> {
  const codes = Object.fromEntries(snippets.map(({ id, code }) => [id, code]));
  const input = JSON.stringify({ kind, snippets: codes, people, key });
  return JSON.parse(await start([...ENGINES[name].command, runnerOf(name)], input)) as string[];
}

async function renderPages({ snippets, people, key }: Run): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'platform-'));
  const write = async (file: string, content: string): Promise<void> => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content);
  };
  const base64 = (value: string): string => Buffer.from(value).toString('base64');
  try {
    const codes = new Map(snippets.map(({ id, code }) => [id, code]));
    await write('WEB-INF/useresponse.jsp', codes.get('tag')!);
    await write(
      'people.txt',
      people.map((one) => (one ? [one.email, one.name, one.phone].map(base64).join() : '')).join('\n') + '\n',
    );
    const classes = join(folder, 'classes');
    const sources = [runnerOf('jsp')];
    if (codes.has('server')) {
      await write('useresponse/Useresponse.java', codes.get('server')!);
      sources.push(join(folder, 'useresponse/Useresponse.java'));
    }
    const path = ENGINES.jsp.command.at(-1)!;
    await start(
      [
        'javac',
        '-J-XX:TieredStopAtLevel=1',
        '-encoding',
        'UTF-8',
        '-proc:none',
        '-cp',
        path,
        '-d',
        classes,
        ...sources,
      ],
      '',
    );
    const output = await start(
      [...ENGINES.jsp.command.slice(0, -1), `${path}:${classes}`, 'Jsp', folder],
      '',
      {
        USERESPONSE_KEY: key,
        LC_ALL: 'C.UTF-8',
      },
    );
    return output
      .trim()
      .split('\n')
      .map((line) => Buffer.from(line, 'base64').toString());
  } finally {
    await rm(folder, { recursive: true });
  }
}
