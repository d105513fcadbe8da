import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import type { ScriptConfig } from './types.ts';

const ENTRY = fileURLToPath(new URL('./browser/boot.ts', import.meta.url));

let bundled: Promise<string> | undefined;

/** The vendor's script for one widget: the browser modules as one classic script that sees its configuration. */
export async function bundleScript(config: ScriptConfig): Promise<string> {
  bundled ??= bundle();
  return `(() => {\nconst scriptConfig = ${JSON.stringify(config)};\n${await bundled}\n})();\n`;
}

async function bundle(): Promise<string> {
  const wasUnset = process.env['NODE_ENV'] === undefined;
  const output = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: ENTRY, formats: ['iife'], name: 'simulator' },
    },
  });
  // Vite's build declares the process one of production, which the tests around it never asked for.
  if (wasUnset) delete process.env['NODE_ENV'];
  const [{ output: files }] = output as [Rolldown.RolldownOutput];
  return files[0].code;
}
