import { spawn } from 'node:child_process';
import { printTotal, readTotal } from './total.mjs';

/** How much of what a failed step has printed is shown again in the end, in lines. */
const LAST_LINES = 60;

/** Runs one of package.json's scripts and gives its totals; one that counts no tests counts as one itself. */
function runStep(name, isAlone) {
  return new Promise((resolve) => {
    const start = Date.now();
    const child = spawn('npm', ['run', '--silent', name], {
      stdio: ['ignore', 'pipe', isAlone ? 'inherit' : 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk) => {
        output += chunk;
        if (isAlone) process.stdout.write(chunk);
      });
    }
    if (isAlone) console.log(`\n> ${name}`);
    child.on('close', (code) => {
      const isGood = code === 0;
      const { passed, failed: counted } = readTotal(output) ?? { passed: Number(isGood), failed: 0 };
      const failed = isGood ? counted : Math.max(counted, 1);
      if (!isAlone) process.stdout.write(`\n> ${name}\n${output}`);
      const seconds = ((Date.now() - start) / 1000).toFixed(1);
      console.log(`${name}: ${failed ? 'failed' : 'passed'} in ${seconds} s`);
      resolve({ name, passed, failed, output });
    });
  });
}

/**
 * Runs them one after the other, also after one that failed, and ends with the sum. Those of a list within the list run at
 * the same time; what each of them prints comes when it ends.
 */
export async function runSteps(steps) {
  const results = [];
  for (const step of steps) {
    const names = [step].flat();
    results.push(...(await Promise.all(names.map((name) => runStep(name, names.length === 1)))));
  }
  const failures = results.filter(({ failed }) => failed);
  // Long logs are cut off at their beginning.
  for (const { name, output } of failures)
    console.log(`\n> ${name}, in the end:\n${output.trimEnd().split('\n').slice(-LAST_LINES).join('\n')}`);
  if (failures.length) console.log(`\nFailed: ${failures.map(({ name }) => name).join(', ')}`);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  printTotal(sum('passed'), sum('failed'));
}

/** What `npm test` runs; the builds come before the tests that need them. */
export const TEST_STEPS = [['types', 'build'], 'test:node', 'test:unit', 'test:e2e'];
