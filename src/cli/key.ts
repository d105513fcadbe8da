import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { TEXTS } from './texts.ts';

/** The security key, from where neither the shell's history nor the list of processes shows it. Empty where there is none. */
export async function readKey(): Promise<string> {
  const { USERESPONSE_KEY: key } = process.env;
  if (key) return key;
  if (process.stdin.isTTY) return ask();
  // What a pipe ends with is the line's end, not the key's.
  return (await text(process.stdin)).replace(/\r?\n$/, '');
}

async function ask(): Promise<string> {
  process.stderr.write(TEXTS.prompt);
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silence, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
