/**
 * Makes a fresh clone ready: the dependencies, and with `--browsers` the engines that the tests run in. Runs before
 * there are any dependencies, so it uses none, and is quick when there is nothing to do.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findCommand, findEngine, wantedEngines } from './browsers.mjs';

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

/** Runs a command quietly: what it wrote is shown only if it fails. */
function succeeds(command, args, env = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: Infinity,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (status === 0) return true;
  console.error(`${command} ${args.join(' ')} failed:\n${error ?? `${stdout}${stderr}`.trim()}`);
  return false;
}

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
  if (!succeeds('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']))
    fail('The dependencies are missing.');
}

/** The command in front of `apt-get` that lets it install; undefined where nothing does. */
function rights() {
  if (!findCommand('apt-get')) return undefined;
  if (process.getuid() === 0) return [];
  const isAllowed = findCommand('sudo') && spawnSync('sudo', ['-n', 'true']).status === 0;
  return isAllowed ? ['sudo', '-n'] : undefined;
}

function installWithApt(engines) {
  const prefix = rights();
  if (!prefix) return;
  const apt = (...args) => {
    const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return succeeds(command, rest);
  };
  console.log(`Installing ${engines.join(', ')} …`);
  if (!apt('update')) return;
  for (const engine of engines) apt('install', '-y', '--no-install-recommends', ...DEBIAN_PACKAGES[engine]);
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
  installWithApt(missing);
  missing = await missingEngines();
  if (missing.includes('chromium')) {
    console.log(`Installing ${PACKAGED_CHROMIUM} …`);
    succeeds('npm', [
      'install',
      '--no-save',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      PACKAGED_CHROMIUM,
    ]);
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
