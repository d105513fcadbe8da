/**
 * Runs the recipes of docs/recipes in their languages' own engines. Installs those engines, and a browser to read with, where it
 * may; the tests of the others are left out, and each says what it lacks.
 */
import { succeeds } from './apt.mjs';
import { lackingPackages } from './platforms-engines.mjs';
import { lackingBrowser, testWith } from './test-with.mjs';

// The recipes for Node use the package itself.
succeeds(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json']);
await testWith([...lackingPackages(), ...(await lackingBrowser())], 'test/recipes');
