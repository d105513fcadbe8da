import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

interface Place {
  cwd?: string;
  env?: Record<string, string>;
  input?: string;
}

/** What a command writes; fails with what it complains of. */
export async function start(
  [command, ...options]: string[],
  { cwd, env, input = '' }: Place = {},
): Promise<string> {
  const child = spawn(command!, options, { cwd, env: { ...process.env, ...env } });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve, reject) =>
    child.on('close', resolve).on('error', reject),
  );
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0) throw new Error(`${command} failed: ${errors || output}`);
  return output;
}
