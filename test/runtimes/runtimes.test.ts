import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PROGRAM = join(ROOT, 'test/runtimes/program.mjs');
const FOLDER = join(ROOT, 'node_modules/.cache/runtimes');
const MODULES = join(FOLDER, 'node_modules');
/** Far too big for everybody who only wants to run the other tests. */
const DEPENDENCIES = { bun: '1.4.5', deno: '2.9.6', '@edge-runtime/vm': '5.0.0' };

/** Npm installs the one program that is made for this system. */
const programOf = (scope: string, path: string): string =>
  join(MODULES, scope, readdirSync(join(MODULES, scope))[0]!, path);

/** The program as Vite makes it for workers, from a project that has the package installed. */
async function bundle(conditions?: string[]): Promise<string> {
  const own = join(MODULES, 'useresponse-widget');
  if (!existsSync(own)) symlinkSync(ROOT, own, 'junction');
  cpSync(PROGRAM, join(FOLDER, 'program.mjs'));
  const built = await build({
    root: FOLDER,
    configFile: false,
    logLevel: 'error',
    ssr: { target: 'webworker', noExternal: true, ...(conditions && { resolve: { conditions } }) },
    build: { write: false, target: 'es2022', ssr: 'program.mjs' },
  });
  const { output } = built as unknown as { output: [{ code: string }] };
  return output[0].code;
}

describe('the entry for servers', { timeout: 550_000 }, () => {
  let expected: unknown;

  before(async () => {
    const wanted = JSON.stringify({ private: true, dependencies: DEPENDENCIES });
    // Written last: what was broken off half way is not taken for the whole.
    const stamp = join(MODULES, '.installed');
    if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
      rmSync(FOLDER, { recursive: true, force: true });
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(join(FOLDER, 'package.json'), wanted);
      await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: FOLDER });
      writeFileSync(stamp, wanted);
    }
    expected = JSON.parse((await run(process.execPath, [PROGRAM])).stdout);
  });

  it('makes the known tokens in Node', () => {
    const { tokens, refused } = expected as { tokens: string[]; refused: string };
    assert.deepEqual(tokens, [
      '200b6422385454428ea9b2d6d2e1576ccc127826786adbc66ba89e359dc89612',
      'a775e6009c3a812c606b09604c4e0ef4bded6a36ae4513acf3be26ec0b06f814',
      'd8237e7520d97070ffe9c5396c268104d9983ecd2e522736fef1c9355ca489ff',
      'ff29c3acd4bcb43d05298c645b6eb48d39be49a14e28cd4644ab579759e3459d',
    ]);
    assert.match(refused, /^TypeError: createToken: email is empty/);
  });

  it('does the same in Deno', async () => {
    const { stdout } = await run(programOf('@deno', 'deno'), ['run', '--no-lock', '--allow-read', PROGRAM], {
      env: { ...process.env, NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1' },
    });
    assert.deepEqual(JSON.parse(stdout), expected);
  });

  it('does the same in Bun', async () => {
    const { stdout } = await run(programOf('@oven', 'bin/bun'), ['run', PROGRAM]);
    assert.deepEqual(JSON.parse(stdout), expected);
  });

  it('does the same at the edge, where there is nothing of Node', async () => {
    const code = await bundle(['workerd']);
    const { EdgeVM } = (await import(join(MODULES, '@edge-runtime/vm/dist/index.js'))) as {
      EdgeVM: new () => { evaluate(code: string): unknown };
    };
    const lines: string[] = [];
    const vm = new EdgeVM();
    await (vm.evaluate(`(async (console) => { ${code} })`) as (console: unknown) => Promise<void>)({
      log: (line: string) => lines.push(line),
    });
    assert.deepEqual(JSON.parse(lines[0]!), expected);
  });

  it('refuses an edge that is built as a browser, until it is told of the condition that the docs name', async () => {
    const docs = readFileSync(join(ROOT, 'docs/server.md'), 'utf8');
    assert.match(docs, /condition `workerd`, in Vite by\s+`ssr\.resolve\.conditions`/);
    assert.match(await bundle(), /belongs on a server/);
    assert.doesNotMatch(await bundle(['workerd']), /belongs on a server/);
  });
});
