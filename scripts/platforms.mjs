/**
 * Runs the texts of the configurator's platforms in their languages' own engines. Installs those engines where it may; the
 * tests of the others are left out, and each says what it lacks.
 */
import { ENGINES, lackingPackages } from './platforms-engines.mjs';
import { testWith } from './test-with.mjs';

const FOR_RECIPES_ONLY = ['java', 'perl', 'go', 'csharp'];
const engines = Object.keys(ENGINES).filter((name) => !FOR_RECIPES_ONLY.includes(name));
await testWith(lackingPackages(engines), 'test/platforms');
