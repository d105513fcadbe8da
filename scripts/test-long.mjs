/** How many times the usual number of cases is tried; `LONG=…` asks for another. */
process.env.LONG ??= '20';

process.argv.push('--files', 'test/races.test.ts', 'test/hostile.test.ts');
await import('./test-unit.mjs');
