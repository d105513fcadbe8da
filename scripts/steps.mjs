import { spawn } from 'node:child_process';
import { printTotal, readTotal } from './total.mjs';

/** Runs one of package.json's scripts and gives its totals; one that counts no tests counts as one itself. */
function runStep(name) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', name], {
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      process.stdout.write(chunk);
      output += chunk;
    });
    child.on('close', (code) => {
      const isGood = code === 0;
      const { passed, failed } = readTotal(output) ?? { passed: Number(isGood), failed: 0 };
      resolve({ passed, failed: isGood ? failed : Math.max(failed, 1) });
    });
  });
}

/** Runs them one after the other, also after one that failed, and ends with the sum. */
export async function runSteps(names) {
  const failures = [];
  let [passed, failed] = [0, 0];
  for (const name of names) {
    console.log(`\n> ${name}`);
    const start = Date.now();
    const result = await runStep(name);
    console.log(
      `${name}: ${result.failed ? 'failed' : 'passed'} in ${((Date.now() - start) / 1000).toFixed(1)} s`,
    );
    if (result.failed) failures.push(name);
    passed += result.passed;
    failed += result.failed;
  }
  if (failures.length) console.log(`\nFailed: ${failures.join(', ')}`);
  printTotal(passed, failed);
}

/** What `npm test` runs; the builds come before the tests that need them. */
export const TEST_STEPS = ['types', 'build', 'test:unit', 'test:node', 'test:e2e'];
