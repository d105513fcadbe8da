/**
 * Takes the newest of every package that the ranges allow; in the apps of the framework matrix, which name exact versions,
 * the newest of the same major. For a run that wants to know what the next updates will break: commit nothing of it.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FOLDERS } from './frameworks-install.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const APPS = `${ROOT}test/frameworks/apps`;

function npm(cwd, ...args) {
  const { status } = spawnSync('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${cwd}`);
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const loosen = (packages = {}) =>
  Object.fromEntries(
    Object.entries(packages).map(([name, version]) => [name, version.replace(/^\d/, '^$&')]),
  );

function updateApp(app) {
  const folder = `${APPS}/${app}`;
  const file = `${folder}/package.json`;
  const { dependencies, devDependencies, ...rest } = readJson(file);
  const wanted = { ...rest, dependencies: loosen(dependencies), devDependencies: loosen(devDependencies) };
  writeFileSync(file, `${JSON.stringify(wanted, null, 2)}\n`);
  // What is locked would be kept.
  rmSync(`${folder}/package-lock.json`);
  npm(folder, 'install', '--package-lock-only');
  const { packages } = readJson(`${folder}/package-lock.json`);
  for (const name of Object.keys({ ...dependencies, ...devDependencies }))
    console.log(`${app}: ${name} ${packages[`node_modules/${name}`].version}`);
}

npm(ROOT, 'update');
npm(ROOT, 'ls', '--depth=0');
for (const app of FOLDERS) updateApp(app);
// Made with other tools, the files are no release's: nobody's hashes are to be compared.
writeFileSync(`${ROOT}.changeset/newest.md`, '---\n---\n');
