/**
 * Runs the texts of the configurator's platforms in their languages' own engines. Installs those engines where it may; the
 * tests of the others are left out, and each says what it lacks.
 */
import { spawnSync } from 'node:child_process';
import { findCommand } from './browsers.mjs';
import { ENGINES, isThere } from './platforms-engines.mjs';

/** The command in front of `apt-get` that lets it install; undefined where nothing does. */
function rights() {
  if (!findCommand('apt-get')) return undefined;
  if (process.getuid() === 0) return [];
  const isAllowed = findCommand('sudo') && spawnSync('sudo', ['-n', 'true']).status === 0;
  return isAllowed ? ['sudo', '-n'] : undefined;
}

function install(packages) {
  const prefix = rights();
  if (!prefix) return;
  const apt = (...args) => {
    const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return spawnSync(command, rest, { stdio: 'ignore' }).status === 0;
  };
  console.log(`Installing ${packages.join(', ')} …`);
  if (!apt('update')) return;
  // One by one: a system may lack some.
  for (const name of packages) apt('install', '-y', '--no-install-recommends', name);
}

const lacking = Object.values(ENGINES).filter((engine) => !isThere(engine));
if (lacking.length) install([...new Set(lacking.flatMap(({ packages }) => packages))]);
process.argv[2] = 'test/platforms';
await import('./test-node.mjs');
