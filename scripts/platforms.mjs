/**
 * Runs the texts of the configurator's platforms in their languages' own engines. Installs those engines where it may; the
 * tests of the others are left out, and each says what it lacks.
 */
import { installWithApt } from './apt.mjs';
import { ENGINES, lackingPackages } from './platforms-engines.mjs';

const FOR_RECIPES_ONLY = ['java', 'perl', 'go', 'csharp'];
const packages = lackingPackages(Object.keys(ENGINES).filter((name) => !FOR_RECIPES_ONLY.includes(name)));
if (packages.length) installWithApt(packages.map((name) => [name]));
process.argv[2] = 'test/platforms';
await import('./test-node.mjs');
