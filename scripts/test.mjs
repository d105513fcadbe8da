import { runSteps, TEST_STEPS } from './steps.mjs';

await runSteps(TEST_STEPS);
