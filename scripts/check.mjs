import { runSteps, TEST_STEPS } from './steps.mjs';

await runSteps([
  ['lint', 'format:check', 'manifest:check', 'readme:check', 'messages:check', 'types:frameworks', 'knip'],
  ...TEST_STEPS,
  'test:tools',
  'test:faults',
  'test:runtimes',
  'test:platforms',
  'test:recipes',
  'test:cms',
  'test:frameworks',
  'test:package',
  ['integrity:check', 'size'],
]);
