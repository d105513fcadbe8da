import { spawnSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { findCommand } from './browsers.mjs';

/** How often something is tried that is fetched from a mirror, or that another program may be holding. */
const TRIES = 3;
/** How long to wait before the next try, in milliseconds. */
const PAUSE = 10_000;
/** What no other try changes. */
const HOPELESS = /Unable to locate package|has no installation candidate/;

/** The first is for the mirror, the second for another program that installs something just now. */
const APT_OPTIONS = ['-o', 'Acquire::Retries=3', '-o', 'DPkg::Lock::Timeout=300'];

/** The command in front of `apt-get` that lets it install; undefined where nothing does. */
function rights() {
  if (!findCommand('apt-get')) return undefined;
  if (process.getuid() === 0) return [];
  const isAllowed = findCommand('sudo') && spawnSync('sudo', ['-n', 'true']).status === 0;
  return isAllowed ? ['sudo', '-n'] : undefined;
}

/** Runs a command quietly; gives what it has complained about, and undefined where it has succeeded. */
function complaintOf(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: Infinity,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  if (status === 0) return undefined;
  return `${command} ${args.join(' ')} failed:\n${error ?? `${stdout}${stderr}`.trim()}`;
}

/** Runs a command quietly: what it wrote is shown only if it fails. */
export function succeeds(command, args, options) {
  const complaint = complaintOf(command, args, options);
  if (complaint) console.error(complaint);
  return complaint === undefined;
}

/** Runs `apt-get` until it succeeds, or until it seems that it never will. */
async function apt(prefix, tries, ...args) {
  const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...APT_OPTIONS];
  for (let count = 1; ; count += 1) {
    const complaint = complaintOf(command, [...rest, ...args]);
    if (complaint === undefined) return true;
    if (count >= tries || HOPELESS.test(complaint)) {
      console.error(complaint);
      return false;
    }
    await wait(PAUSE);
  }
}

/** Reads anew what the mirrors have, where it may: what an old list names may be gone. */
export async function updateApt() {
  const prefix = rights();
  // Otherwise it leaves out a mirror that does not answer, and calls that a success.
  return Boolean(prefix) && (await apt(prefix, TRIES, 'update', '-o', 'APT::Update::Error-Mode=any'));
}

/**
 * Installs Debian's packages where it may, and says nothing where it may not. Each group by itself: a system may lack some.
 */
export async function installWithApt(groups) {
  const prefix = rights();
  if (!prefix) return;
  console.log(`Installing ${groups.flat().join(', ')} …`);
  // Old lists may still do; but where no mirror answers, that is not to be found out for each group.
  const tries = (await updateApt()) ? TRIES : 1;
  for (const group of groups) await apt(prefix, tries, 'install', '-y', '--no-install-recommends', ...group);
}
