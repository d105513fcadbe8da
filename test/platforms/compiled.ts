import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CompiledEngine } from '../../scripts/platforms-engines.mjs';
import type { Person, Run } from './engine.ts';
import { start } from './start.ts';

const base64 = (value: string | null): string =>
  value === null ? '-' : Buffer.from(value).toString('base64');

const lineOf = (person: Person | null): string =>
  person ? [person.email, person.name, person.phone].map(base64).join() : '';

/** What the people get from a program that is built first, with the snippets among its sources. */
export async function renderCompiled(
  { build, command, places, extension }: CompiledEngine,
  runner: string,
  { snippets, people, key, env }: Run,
): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'platform-'));
  try {
    await cp(runner, folder, { recursive: true });
    const placed = snippets.filter(({ id }) => places[id]);
    for (const { id, code } of placed) {
      const file = join(folder, places[id]!);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, code);
    }
    // What is no source of the program's is compiled when it is asked for.
    const sources = placed
      .map(({ id }) => places[id]!)
      .filter((file) => extension && file.endsWith(extension));
    await start([...build, ...sources], { cwd: folder });
    const input = people.map((person) => `${lineOf(person)}\n`).join('');
    const output = await start(command, {
      cwd: folder,
      env: { ...env, USERESPONSE_KEY: key },
      input,
    });
    return output
      .trimEnd()
      .split('\n')
      .map((line) => Buffer.from(line, 'base64').toString());
  } finally {
    await rm(folder, { recursive: true });
  }
}
