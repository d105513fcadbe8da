/**
 * Builds small apps with their frameworks' own tools, holds each to the same promises in a browser, and compares what was
 * seen with docs/frameworks.md, or writes it there (`--write`). With names, as in `-- vue next`, only those apps are tried,
 * and nothing is compared. Needs a build.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { withParts } from './frameworks-docs.mjs';
import { FOLDERS, prepareApps, resultsFile } from './frameworks-install.mjs';
import { printTotal } from './total.mjs';

const DOCS = 'docs/frameworks.md';
/** Apps at a time: each has a browser and a server. */
const CONCURRENCY = 2;
/** An app that takes longer hangs, in milliseconds. */
const PATIENCE = 480_000;

const names = process.argv.slice(2).filter((name) => !name.startsWith('--'));
const isWriting = process.argv.includes('--write');
const totals = { passed: 0, failed: 0 };

function tell(text) {
  console.log(text);
  totals.failed += 1;
}

/** Runs the tests of these apps, and counts them. */
function runTests(apps) {
  const files = apps.map((name) => resolve('test/frameworks', `${name}.test.ts`));
  const tests = run({ files, concurrency: CONCURRENCY, timeout: PATIENCE });
  const count = (outcome) => (data) => {
    const isTest = data.details.type !== 'suite' && !files.includes(resolve(data.name));
    if (isTest) totals[outcome] += 1;
  };
  tests.on('test:pass', count('passed'));
  tests.on('test:fail', count('failed'));
  const output = tests.compose(new spec());
  return new Promise((done) => output.on('end', done).pipe(process.stdout));
}

/** Holds the docs to what was seen, or writes it there. */
function settleDocs() {
  const now = readFileSync(DOCS, 'utf8');
  const wanted = withParts(now);
  if (isWriting) writeFileSync(DOCS, wanted);
  else if (now === wanted) totals.passed += 1;
  else tell(`${DOCS} is not what was seen: npm run frameworks`);
}

async function main() {
  const apps = names.length ? names : FOLDERS;
  for (const name of apps) rmSync(resultsFile(name), { force: true });
  try {
    await prepareApps(apps);
  } catch (error) {
    return tell(error.message);
  }
  await runTests(apps);
  for (const name of apps) if (!existsSync(resultsFile(name))) tell(`${name}: no test ran.`);
  if (!names.length) settleDocs();
}

await main();
printTotal(totals.passed, totals.failed);
