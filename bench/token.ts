import type * as server from '../src/server.ts';
import { compared, row, type Row } from './rows.ts';
import { inRounds } from './statistics.ts';

/** In each round: few, so that what else the machine does falls on both alike. */
const CALLS = 1_000;
const KEY = 'a security key of the bench';

/** How many tokens a second a server makes, beside what the runtime's hash alone allows. */
export async function measureToken(rounds: number): Promise<Row[]> {
  const { createToken } = (await import(new URL('../dist/server.js', import.meta.url).href)) as typeof server;
  const encoder = new TextEncoder();
  const contenders = {
    'the hash alone': (email: string) => crypto.subtle.digest('SHA-256', encoder.encode(KEY + email)),
    createToken: (email: string) => createToken({ email, securityKey: KEY }),
  };
  type Name = keyof typeof contenders;
  const seen = await inRounds(rounds, Object.keys(contenders) as Name[], async (name) => {
    const act = contenders[name];
    const start = performance.now();
    for (let index = 0; index < CALLS; index += 1) await act(`anna${index}@example.com`);
    return (CALLS / (performance.now() - start)) * 1_000;
  });
  const values = (name: Name): [Name, number[]] => [name, seen[name]];
  const what = 'tokens a second';
  return [
    row(what, values('the hash alone'), 'per second'),
    compared(what, values('createToken'), values('the hash alone'), { least: 0.9 }, 'per second'),
  ];
}
