import { spawnSync } from 'node:child_process';
import { findCommand } from './browsers.mjs';

/** The command in front of `apt-get` that lets it install; undefined where nothing does. */
function rights() {
  if (!findCommand('apt-get')) return undefined;
  if (process.getuid() === 0) return [];
  const isAllowed = findCommand('sudo') && spawnSync('sudo', ['-n', 'true']).status === 0;
  return isAllowed ? ['sudo', '-n'] : undefined;
}

/** Runs a command quietly: what it wrote is shown only if it fails. */
export function succeeds(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: Infinity,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  if (status === 0) return true;
  console.error(`${command} ${args.join(' ')} failed:\n${error ?? `${stdout}${stderr}`.trim()}`);
  return false;
}

/**
 * Installs Debian's packages where it may, and says nothing where it may not. Each group by itself: a system may lack some.
 */
export function installWithApt(groups) {
  const prefix = rights();
  if (!prefix) return;
  const apt = (...args) => {
    const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return succeeds(command, rest);
  };
  console.log(`Installing ${groups.flat().join(', ')} …`);
  if (!apt('update')) return;
  for (const group of groups) apt('install', '-y', '--no-install-recommends', ...group);
}
