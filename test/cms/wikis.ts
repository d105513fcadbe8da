import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { updateApt } from '../../scripts/apt.mjs';
import { freePort } from '../helpers/free-port.ts';
import { fetched, run, servePhp, temporaryFolder, type PhpServer } from './programs.ts';

export interface User {
  login: string;
  email: string;
  name: string;
  /** Whether the wiki has not yet asked the address. */
  isUnconfirmed?: boolean;
}

export interface Wiki extends PhpServer {
  close(): Promise<void>;
}

/** A package of Debian's, unpacked and not installed: nothing of the machine is changed. */
const unpacked = (...names: [string, ...string[]]): Promise<string> =>
  fetched(names[0], async (folder) => {
    const download = (): Promise<string> =>
      run('apt-get', ['-o', 'Acquire::Retries=3', 'download', ...names], folder);
    // A mirror keeps none but the last of each: what an older list names is gone.
    await download().catch(async (error: unknown) => {
      if (!(await updateApt())) throw error;
      await download();
    });
    await run('sh', ['-c', 'for file in *.deb; do dpkg -x "$file" . && rm "$file"; done'], folder);
  });

/** The server hands on its own environment to the pages. */
async function serve(root: string, port: number, key: string): Promise<Wiki> {
  process.env['USERESPONSE_KEY'] = key;
  const server = await servePhp(root, port);
  return {
    ...server,
    async close() {
      await server.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

export async function startMediaWiki(
  users: User[],
  password: string,
  key: string,
  settings: string,
): Promise<Wiki> {
  const source = join(await unpacked('mediawiki', 'mediawiki-classes'), 'usr/share/mediawiki');
  const root = temporaryFolder('mediawiki');
  const port = await freePort();
  cpSync(source, root, { recursive: true, verbatimSymlinks: true });
  // They lead to where Debian would have installed them.
  for (const name of ['extensions', 'config', 'images', 'LocalSettings.php'])
    rmSync(join(root, name), { force: true });
  for (const name of ['extensions', 'images', 'cache']) mkdirSync(join(root, name));
  const maintain = (script: string, ...args: string[]): Promise<string> =>
    run('php', [`maintenance/${script}.php`, ...args], root);
  await maintain(
    'install',
    ...['--dbtype', 'sqlite', '--dbpath', join(root, 'cache'), '--dbname', 'wiki'],
    ...[
      '--server',
      `http://127.0.0.1:${port}`,
      '--scriptpath',
      '',
      '--pass',
      `${password} of the administrator`,
    ],
    ...['Kites', 'Admin'],
  );
  const file = join(root, 'LocalSettings.php');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n$wgEnableEmail = false;\n${settings}`);
  for (const { login, email, name, isUnconfirmed } of users) {
    await maintain('createAndPromote', login, password);
    await maintain(
      'sql',
      '--query',
      `UPDATE user SET user_email = '${email.replaceAll("'", "''")}', user_real_name = '${name.replaceAll("'", "''")}', user_email_authenticated = ${isUnconfirmed ? 'NULL' : "'20260101000000'"} WHERE user_name = '${login}'`,
    );
  }
  return serve(root, port, key);
}

export async function startDokuWiki(
  users: User[],
  password: string,
  key: string,
  tag: string,
): Promise<Wiki> {
  const source = await unpacked('dokuwiki');
  const root = temporaryFolder('dokuwiki');
  const port = await freePort();
  cpSync(join(source, 'usr/share/dokuwiki'), root, { recursive: true, verbatimSymlinks: true });
  for (const name of ['lib/tpl', 'lib/plugins', 'conf', 'data'])
    rmSync(join(root, name), { force: true, recursive: true });
  for (const name of ['tpl', 'plugins'])
    cpSync(join(source, `var/lib/dokuwiki/lib/${name}`), join(root, 'lib', name), { recursive: true });
  cpSync(join(source, 'var/lib/dokuwiki/data'), join(root, 'data'), { recursive: true });
  cpSync(join(source, 'etc/dokuwiki'), join(root, 'conf'), {
    recursive: true,
    filter: (file) => !/(acl|users)\.auth\.php$/.test(file),
  });
  writeFileSync(join(root, 'inc/preload.php'), `<?php define('DOKU_CONF', '${root}/conf/');`);
  writeFileSync(
    join(root, 'conf/local.php'),
    `<?php $conf['title'] = 'Kites'; $conf['savedir'] = '${root}/data'; $conf['useacl'] = 1; $conf['superuser'] = '@admin';`,
  );
  writeFileSync(join(root, 'conf/acl.auth.php'), '*\t@ALL\t1\n*\t@user\t8\n');
  const hash = (await run('php', ['-r', `echo password_hash('${password}', PASSWORD_BCRYPT);`])).trim();
  const lines = users.map(
    ({ login, email, name }) => `${login}:${hash}:${name.replaceAll(':', '\\:')}:${email}:user`,
  );
  writeFileSync(join(root, 'conf/users.auth.php'), `# Users\n${lines.join('\n')}\n`);
  const template = join(root, 'lib/tpl/dokuwiki/main.php');
  writeFileSync(
    template,
    readFileSync(template, 'utf8').replace('</body>', () => `${tag}</body>`),
  );
  return serve(root, port, key);
}
