import { readdirSync, statSync } from 'node:fs';
import { build } from 'vite';
import { leanLit } from '../../scripts/lean-lit.ts';

const FOLDER = 'src';
const ENTRY = `/${FOLDER}/index.ts`;

let bundle;
let bundled;

/** When the sources were changed last: in watch mode that may be since the last page. */
const changed = () => Math.max(...readdirSync(FOLDER).map((file) => statSync(`${FOLDER}/${file}`).mtimeMs));

/** As in the file for a CDN, but with each line as it is written, so that the coverage finds it again. */
async function bundleSources() {
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [leanLit],
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      sourcemap: 'inline',
      lib: { entry: `.${ENTRY}`, formats: ['es'] },
    },
  });
  return output[0].code;
}

/** Serves our script to the tests' pages in one answer: with twenty modules each page would take twice as long. */
export async function ownScript(context, next) {
  if (context.path !== ENTRY) return next();
  if (bundled !== changed()) {
    bundled = changed();
    bundle = bundleSources();
  }
  context.type = 'js';
  context.body = await bundle;
}
