import { relative } from 'node:path';
import { startTestRunner } from '@web/test-runner';
import config from '../web-test-runner.config.mjs';
import { findEngine, wantedEngines } from './browsers.mjs';
import { Coverage } from './coverage.mjs';
import { printTotal } from './total.mjs';

/** How long the browsers may take to end, in milliseconds. */
const STOP_TIMEOUT = 3_000;

const watching = process.argv.includes('--watch');
/** Measuring takes time, and what some of the files cover says nothing about the whole. */
const measuring = process.argv.length === 2 && Boolean(process.env.CI);

const testsIn = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsIn)] : []);

/** What failed in one browser; the runner itself tells of it in the middle of its progress. */
const failuresIn = ({ testFile, browser, testResults }) =>
  testsIn(testResults)
    .filter(({ passed, skipped }) => !passed && !skipped)
    .map(
      ({ name, error }) => `${relative('', testFile)} in ${browser.name}: ${name}\n  ${error?.message ?? ''}`,
    );

/** What went wrong with a test file as a whole in one browser, where no single test tells. */
function fileProblem(session) {
  const tests = testsIn(session.testResults);
  const where = `${relative('', session.testFile)} in ${session.browser.name}`;
  if (!tests.length) return `${where}: no test ran.`;
  if (!session.passed && tests.every(({ passed, skipped }) => passed || skipped))
    return `${where}: failed outside its tests.`;
  return undefined;
}

async function report(runner, coverage, missing) {
  const sessions = [...runner.sessions.all()];
  const tests = sessions.flatMap((session) => testsIn(session.testResults)).filter(({ skipped }) => !skipped);
  const problems = sessions.map(fileProblem).filter(Boolean);
  const failures = sessions.flatMap(failuresIn);
  if (!tests.length) problems.push('No test ran at all.');
  if (coverage) problems.push(...(await coverage.check()));
  for (const engine of missing) {
    // Where everything can be installed, a missing engine would go unnoticed for ever.
    if (process.env.CI) problems.push(`${engine} is not installed.`);
    else console.log(`Skipped: ${engine} is not installed.`);
  }
  for (const line of [...failures, ...problems]) console.log(line);
  const passed = tests.filter((test) => test.passed).length;
  printTotal(passed, tests.length - passed + problems.length);
}

const engines = await Promise.all(
  wantedEngines().map(async (name) => ({ name, paths: await findEngine(name) })),
);
const missing = engines.filter(({ paths }) => !paths).map(({ name }) => name);

const chromium = config.browsers.find(({ name }) => name === 'Chromium');
const coverage = chromium && measuring ? new Coverage() : undefined;
chromium?.measure(coverage && ((entries) => coverage.add(entries)));

const runner = await startTestRunner({ config, readFileConfig: false, autoExitProcess: watching });
// Undefined if it could not start; it has said why and ends the process.
if (!watching) runner?.on('stopped', () => report(runner, coverage, missing));
// Ends the browsers, too, or at least what is left of them after a while.
for (const signal of ['SIGHUP', 'SIGTERM']) {
  process.once(signal, () => {
    runner?.stop();
    setTimeout(() => process.exit(1), STOP_TIMEOUT).unref();
  });
}
