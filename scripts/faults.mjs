import { spawnSync } from 'node:child_process';

/** Writes down what is seen when something goes wrong; the end-to-end tests compare it. Needs a build. */
const { status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', '--test', '--test-reporter=spec', 'test/faults/faults.test.ts'],
  { stdio: 'inherit', env: { ...process.env, FAULTS: 'write' } },
);
process.exitCode = status ?? 1;
