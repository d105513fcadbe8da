/**
 * Runs the recipes of docs/recipes in their languages' own engines. Installs those engines, and a browser to read with, where it
 * may; the tests of the others are left out, and each says what it lacks.
 */
import { installWithApt, succeeds } from './apt.mjs';
import { findEngine } from './browsers.mjs';
import { lackingPackages } from './platforms-engines.mjs';

const lacking = async () => [...lackingPackages(), ...((await findEngine('chromium')) ? [] : ['chromium'])];

const packages = await lacking();
if (packages.length) installWithApt(packages.map((name) => [name]));
const missing = packages.length ? await lacking() : [];
if (missing.length)
  console.log(`Recipes that need these are left out. On Debian: apt-get install ${missing.join(' ')}`);
// The recipes for Node use the package itself.
succeeds(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json']);
process.argv[2] = 'test/recipes';
await import('./test-node.mjs');
