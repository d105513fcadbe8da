import { fileURLToPath } from 'node:url';
import type { Snippet } from '../../demo/configurator/choices.ts';
import { ENGINES, isThere, type EngineName } from '../../scripts/platforms-engines.mjs';
import { renderCompiled } from './compiled.ts';
import { start } from './start.ts';

export type { EngineName };

/** Somebody who is signed in, with a value for a custom field; null is what a database has for nothing. */
export interface Person {
  email: string | null;
  name: string | null;
  phone: string | null;
}

/** The reason why tests of an engine are left out; false where it is there. */
export const lackOf = (name: EngineName): string | false =>
  !isThere(ENGINES[name]) && `needs ${ENGINES[name].packages.join(', ')}`;

export interface Run {
  /** Which of the engine's recipes it is. */
  kind: string;
  snippets: Pick<Snippet, 'id' | 'code'>[];
  /** Null is a visitor who is not signed in. */
  people: (Person | null)[];
  key: string;
  env?: Record<string, string>;
}

/** What each of the people gets to see. */
export async function render(name: EngineName, run: Run): Promise<string[]> {
  const engine = ENGINES[name];
  const runner = fileURLToPath(new URL(`engines/${engine.runner}`, import.meta.url));
  if ('build' in engine) return renderCompiled(engine, runner, run);
  const { kind, people, key, env = {} } = run;
  const snippets = Object.fromEntries(run.snippets.map(({ id, code }) => [id, code]));
  const input = JSON.stringify({ kind, snippets, people, key });
  return JSON.parse(await start([...engine.command, runner], { input, env })) as string[];
}
