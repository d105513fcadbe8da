import { runSteps, TEST_STEPS } from './steps.mjs';

await runSteps([
  ['lint', 'format:check', 'manifest:check', 'readme:check', 'messages:check'],
  ...TEST_STEPS,
  'test:faults',
  'test:runtimes',
  'test:platforms',
  'test:recipes',
  'test:cms',
  'test:frameworks',
  'size',
]);
