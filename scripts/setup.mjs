/**
 * Makes a fresh clone ready: the dependencies, and with `--browsers` the engines that the tests run in. Runs before
 * there are any dependencies, so it uses none, and is quick when there is nothing to do.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installWithApt, succeeds } from './apt.mjs';
import { findEngine, wantedEngines } from './browsers.mjs';

const LEAST_NODE = [20, 19];

/** What Debian and its kin call the engines. */
const DEBIAN_PACKAGES = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
};
/** The last line of this package that runs on Node 20. */
const PACKAGED_CHROMIUM = '@sparticuz/chromium@147';

const root = fileURLToPath(new URL('..', import.meta.url));

function fail(message) {
  console.error(message);
  process.exit(1);
}

const npm = (...args) =>
  succeeds('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: root,
    shell: process.platform === 'win32',
  });

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return;
  fail(`Node ${LEAST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`);
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(`${root}/${file}`, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function areDependenciesInstalled() {
  const installed = packagesIn('node_modules/.package-lock.json');
  if (!installed) return false;
  // Optional ones are left out where they are built for another system.
  return Object.entries(packagesIn('package-lock.json')).every(
    ([path, { version, optional }]) => !path || optional || installed[path]?.version === version,
  );
}

function installDependencies() {
  if (areDependenciesInstalled()) return;
  console.log('Installing the dependencies …');
  // None of them needs its install script, and some would download browsers.
  if (!npm('ci')) fail('The dependencies are missing.');
}

async function missingEngines() {
  const engines = await Promise.all(
    wantedEngines().map(async (name) => ({ name, isThere: await findEngine(name) })),
  );
  return engines.filter(({ isThere }) => !isThere).map(({ name }) => name);
}

async function installBrowsers() {
  let missing = await missingEngines();
  if (!missing.length) return;
  await installWithApt(missing.map((engine) => DEBIAN_PACKAGES[engine]));
  missing = await missingEngines();
  if (missing.includes('chromium')) {
    console.log(`Installing ${PACKAGED_CHROMIUM} …`);
    npm('install', '--no-save', PACKAGED_CHROMIUM);
    missing = await missingEngines();
  }
  for (const engine of missing) {
    console.log(
      `${engine} is missing, its tests won't run. On Debian: apt-get install ${DEBIAN_PACKAGES[engine].join(' ')}`,
    );
  }
}

checkNode();
installDependencies();
if (process.argv.includes('--browsers')) await installBrowsers();
