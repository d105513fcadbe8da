import { existsSync, readdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { printTotal } from './total.mjs';

/** A file that takes longer hangs, in milliseconds. */
const FILE_TIMEOUT = 600_000;

/** Files at a time: mostly they wait for their browsers. */
const CONCURRENCY = 2;

const [folder] = process.argv.slice(2);
const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true })
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => resolve(folder, file))
  : [];

/** Files in which at least one test ran, or that failed as a whole. */
const told = new Set();
const totals = { passed: 0, failed: 0 };

function count(outcome, { name, file, details, skip, todo }) {
  if (details.type === 'suite' || skip !== undefined || todo !== undefined) return;
  // The runner takes each file for a test as well.
  if (outcome === 'passed' && files.includes(resolve(name))) return;
  totals[outcome] += 1;
  told.add(file);
}

function report() {
  for (const file of files.filter((each) => !told.has(each))) {
    console.log(`${relative('', file)}: no test ran.`);
    totals.failed += 1;
  }
  printTotal(totals.passed, totals.failed);
}

if (files.length) {
  const tests = run({ files, concurrency: CONCURRENCY, timeout: FILE_TIMEOUT });
  tests.on('test:pass', (data) => count('passed', data));
  tests.on('test:fail', (data) => count('failed', data));
  const output = tests.compose(new spec());
  output.on('end', report).pipe(process.stdout);
} else {
  report();
}
