/**
 * Builds small apps with their frameworks' own tools, holds each to the same promises in a browser, and compares what was
 * seen with docs/frameworks.md, or writes it there (`--write`). Needs a build.
 */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { withParts } from './frameworks-docs.mjs';
import { FOLDERS, prepareApps, resultsFile } from './frameworks-install.mjs';
import { printTotal, readTotal } from './total.mjs';

const DOCS = 'docs/frameworks.md';

/** Runs the tests and gives their totals. */
const runTests = () =>
  new Promise((resolve) => {
    const args = ['--import', 'tsx', 'scripts/test-node.mjs', 'test/frameworks'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      process.stdout.write(text);
    });
    child.on('close', () => resolve(readTotal(output) ?? { passed: 0, failed: 1 }));
  });

/** Whether the docs say what was seen. */
function areDocsRight() {
  const now = readFileSync(DOCS, 'utf8');
  const wanted = withParts(now);
  if (process.argv.includes('--write')) writeFileSync(DOCS, wanted);
  else if (now !== wanted) {
    console.log(`${DOCS} is not what was seen: npm run frameworks`);
    return false;
  }
  return true;
}

async function main() {
  try {
    await prepareApps();
  } catch (error) {
    console.log(error.message);
    return printTotal(0, 1);
  }
  for (const app of FOLDERS) rmSync(resultsFile(app), { force: true });
  const { passed, failed } = await runTests();
  const isRight = areDocsRight();
  printTotal(passed + Number(isRight), failed + Number(!isRight));
}

await main();
