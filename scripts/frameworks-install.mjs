/**
 * Makes the apps of the framework matrix ready to be built: a copy of each one's files beside its own dependencies, with the
 * package as `npm pack` makes it. What is installed stays until the app's lock file changes.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = join(ROOT, 'test/frameworks/apps');
/** What every app gets beside its own files. */
const SHARED = join(SOURCES, 'shared');
/** Not below node_modules: the frameworks' compilers leave alone what they take for somebody else's package. */
const WORKSHOP = join(ROOT, '.cache/frameworks');
const PACKAGE = join(WORKSHOP, 'package');
const NPM_OPTIONS = [
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--prefer-offline',
  // Npm itself waits long between its tries, and takes up none of what breaks off half way: the whole is tried again instead.
  '--fetch-retries=1',
  '--loglevel=error',
];
/** How often npm is asked for what an app needs. */
const TRIES = 3;
/** What no other try changes. */
const HOPELESS = /\b(?:E404|ETARGET|ERESOLVE|EBADENGINE|ENOSPC)\b/;
/** Apps that are installed at the same time. */
const LANES = 2;

/** The apps, by the names of their folders. */
export const FOLDERS = readdirSync(SOURCES).filter((name) => existsSync(join(SOURCES, name, 'package.json')));

/** A file of an app's, as it is committed. */
export const sourceOf = (app, file) => readFileSync(join(SOURCES, app, file), 'utf8');

/** Where an app is built and served. */
export const folderOf = (app) => join(WORKSHOP, 'apps', app);

/** Where a run writes what it has seen of an app. */
export const resultsFile = (app) => pathToFileURL(join(WORKSHOP, 'results', `${app}.json`));

/** Runs a program and gives what it has printed; fails with what it has complained about. */
function run(cwd, command, ...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, shell: process.platform === 'win32' });
    let output = '';
    let complaints = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (complaints += text));
    child.on('error', reject);
    child.on('close', (code) => (code ? reject(new Error(complaints)) : resolve(output)));
  });
}

/** The package as it is published, with its dependencies. */
async function packPackage() {
  rmSync(PACKAGE, { recursive: true, force: true });
  mkdirSync(WORKSHOP, { recursive: true });
  const packed = await run(ROOT, 'npm', 'pack', '--ignore-scripts', '--json', '--pack-destination', WORKSHOP);
  const file = JSON.parse(packed)[0].filename;
  // All that is in it lies in a folder called `package`.
  await run(WORKSHOP, 'tar', '-xzf', file);
  rmSync(join(WORKSHOP, file));
  copyDependencies(PACKAGE);
}

/** Puts beside the package what it needs, and what that needs in turn. */
function copyDependencies(folder) {
  const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies)) {
    const place = join(PACKAGE, 'node_modules', name);
    cpSync(join(ROOT, 'node_modules', name), place, { recursive: true });
    copyDependencies(place);
  }
}

/** Installs what an app needs; what has come already is not fetched again. */
async function install(app) {
  for (let count = 1; ; count += 1) {
    try {
      // Not `npm ci`: it refuses a lock file without the builds for other systems, which come later than the packages do.
      return await run(folderOf(app), 'npm', 'install', '--no-save', ...NPM_OPTIONS);
    } catch ({ message }) {
      if (count < TRIES && !HOPELESS.test(message)) continue;
      // The rest is where in npm it happened.
      const lines = message.split('\n').filter((line) => /^npm error (?! )/.test(line));
      throw new Error(`What ${app} needs can't be had from npm:\n${lines.slice(0, 5).join('\n')}`);
    }
  }
}

async function prepareApp(app) {
  const folder = folderOf(app);
  const lock = createHash('sha256').update(sourceOf(app, 'package-lock.json')).digest('hex');
  const stamp = join(folder, 'node_modules/.lock');
  const isInstalled = existsSync(stamp) && readFileSync(stamp, 'utf8') === lock;
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (name !== 'node_modules' || !isInstalled) rmSync(join(folder, name), { recursive: true });
  }
  cpSync(join(SOURCES, app), folder, {
    recursive: true,
    filter: (file) => !file.includes('node_modules', SOURCES.length),
  });
  cpSync(SHARED, folder, { recursive: true });
  if (!isInstalled) {
    console.log(`Installing what ${app} needs …`);
    await install(app);
    writeFileSync(stamp, lock);
  }
  const place = join(folder, 'node_modules/useresponse-widget');
  rmSync(place, { recursive: true, force: true });
  cpSync(PACKAGE, place, { recursive: true });
}

/** Makes the apps ready. */
export async function prepareApps(apps = FOLDERS) {
  await packPackage();
  const queue = [...apps];
  const work = async () => {
    for (let app = queue.shift(); app; app = queue.shift()) await prepareApp(app);
  };
  await Promise.all(Array.from({ length: LANES }, work));
}
