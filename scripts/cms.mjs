/**
 * Runs the tests inside of real CMSs: installs PHP where it may, and fetches the CMSs, which are kept for the next run and are
 * never part of the package.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { lackingBrowser, testWith } from './test-with.mjs';

/** What Debian's DokuWiki looks for in the system. */
const LIBRARIES = ['php-phpseclib', 'php-random-compat', 'php-geshi', 'libphp-simplepie'];
const PHP = ['php-cli', 'php-sqlite3', 'php-mbstring', 'php-xml', 'php-intl', 'unzip'];

const modules = spawnSync('php', ['-m'], { encoding: 'utf8' }).stdout ?? '';
const isThere = ['mbstring', 'pdo_sqlite', 'dom', 'intl'].every((name) => modules.includes(name));
const packages = isThere && spawnSync('unzip', ['-v']).status === 0 ? [] : PHP;
if (!existsSync('/usr/share/php/phpseclib')) packages.push(...LIBRARIES);
await testWith([...packages, ...(await lackingBrowser())], 'test/cms');
