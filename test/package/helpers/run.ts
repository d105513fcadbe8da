import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const execute = promisify(execFile);

interface Failure {
  stdout: string;
  stderr: string;
}

/** Runs a program and gives what it has printed; fails with all that it has said. */
export async function run(cwd: string, command: string, ...args: string[]): Promise<string> {
  try {
    return (await execute(command, args, { cwd, maxBuffer: Infinity })).stdout;
  } catch (error) {
    const { stdout, stderr } = error as Failure;
    throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`, { cause: error });
  }
}
