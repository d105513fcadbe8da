/**
 * Runs the texts of the configurator's platforms in their languages' own engines. Installs those engines where it may; the
 * tests of the others are left out, and each says what it lacks.
 */
import { installWithApt } from './apt.mjs';
import { ENGINES, isThere } from './platforms-engines.mjs';

const lacking = Object.values(ENGINES).filter((engine) => !isThere(engine));
const packages = new Set(lacking.flatMap((engine) => engine.packages));
if (packages.size) installWithApt([...packages].map((name) => [name]));
process.argv[2] = 'test/platforms';
await import('./test-node.mjs');
