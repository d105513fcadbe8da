/**
 * Makes the apps of the framework matrix ready to be built: a copy of each one's files beside its own dependencies, with the
 * package as `npm pack` makes it. What is installed stays until the app's lock file changes.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = join(ROOT, 'test/frameworks/apps');
/** Not below node_modules: the frameworks' compilers leave alone what they take for somebody else's package. */
const WORKSHOP = join(ROOT, '.cache/frameworks');
const PACKAGE = join(WORKSHOP, 'package');
const SHARED = join(SOURCES, 'shared');

export const APPS = readdirSync(SOURCES).filter((name) => existsSync(join(SOURCES, name, 'package.json')));

/** Where an app is built and served. */
export const folderOf = (app) => join(WORKSHOP, 'apps', app);

/** Where a run writes what it has seen of an app. */
export const resultsFile = (app) => pathToFileURL(join(WORKSHOP, 'results', `${app}.json`));

const npm = (cwd, ...args) =>
  spawnSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });

/** The package as it is published, with its only dependency. */
function packPackage() {
  rmSync(PACKAGE, { recursive: true, force: true });
  mkdirSync(WORKSHOP, { recursive: true });
  const packed = npm(ROOT, 'pack', '--ignore-scripts', '--json', '--pack-destination', WORKSHOP);
  if (packed.status) throw new Error(packed.stderr);
  const file = join(WORKSHOP, JSON.parse(packed.stdout)[0].filename);
  // Its only folder is called `package`.
  const unpacked = spawnSync('tar', ['-xzf', file, '-C', WORKSHOP], { encoding: 'utf8' });
  if (unpacked.status) throw new Error(unpacked.stderr);
  rmSync(file);
  const dependencies = Object.keys(
    JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')).dependencies,
  );
  for (const name of dependencies) {
    cpSync(join(ROOT, 'node_modules', name), join(PACKAGE, 'node_modules', name), { recursive: true });
  }
}

function prepareApp(app) {
  const folder = folderOf(app);
  const source = join(SOURCES, app);
  const lock = createHash('sha256')
    .update(readFileSync(join(source, 'package-lock.json')))
    .digest('hex');
  const stamp = join(folder, 'node_modules/.lock');
  const isInstalled = existsSync(stamp) && readFileSync(stamp, 'utf8') === lock;
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (name !== 'node_modules' || !isInstalled) rmSync(join(folder, name), { recursive: true });
  }
  cpSync(source, folder, { recursive: true, filter: (file) => !file.endsWith('node_modules') });
  cpSync(SHARED, folder, { recursive: true });
  if (!isInstalled) {
    console.log(`Installing what ${app} needs …`);
    const { status, stderr } = npm(
      folder,
      'ci',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--prefer-offline',
    );
    if (status) throw new Error(`The dependencies of ${app} can't be had from npm:\n${stderr}`);
    writeFileSync(stamp, lock);
  }
  const place = join(folder, 'node_modules/useresponse-widget');
  rmSync(place, { recursive: true, force: true });
  cpSync(PACKAGE, place, { recursive: true });
}

/** Makes these apps ready. */
export function prepareApps(apps) {
  packPackage();
  for (const app of apps) prepareApp(app);
}
