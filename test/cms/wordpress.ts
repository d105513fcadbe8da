import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { freePort } from '../helpers/free-port.ts';
import { fetched, run, servePhp, temporaryFolder } from './programs.ts';

/** WordPress with a driver for SQLite, as an npm package; test-only, for it is under the GPL. */
const PACKAGE = '@wp-playground/wordpress-builds@0.9.19';
const VERSION = '6.5';

export const KEY = 's3cr3t-kéy';

export interface WordPress {
  url: string;
  /** Writes a file below wp-content. */
  write(path: string, content: string): void;
  remove(path: string): void;
  /** Runs PHP inside of WordPress; what it returns comes back by way of JSON. */
  php<Result>(code: string): Promise<Result>;
  close(): Promise<void>;
}

const fetchWordPress = (): Promise<string> =>
  fetched(`wordpress-${VERSION}`, async (folder) => {
    const file = (await run('npm', ['pack', '--silent', PACKAGE, '--pack-destination', folder])).trim();
    const parts = [
      `src/wordpress/wp-${VERSION}.zip`,
      `public/wp-${VERSION}`,
      'src/sqlite-database-integration',
    ];
    const archive = join(folder, file);
    await run('tar', [
      '-xzf',
      archive,
      '-C',
      folder,
      '--strip-components=1',
      ...parts.map((part) => `package/${part}`),
    ]);
    rmSync(archive);
  });

/** Unpacks, installs and serves a site of its own, with nobody in it but the administrator. */
export async function startWordPress(): Promise<WordPress> {
  const source = await fetchWordPress();
  const root = temporaryFolder('wordpress');
  const content = join(root, 'wp-content');
  const port = await freePort();
  await run('unzip', ['-q', '-o', join(source, `src/wordpress/wp-${VERSION}.zip`), '-d', root]);
  cpSync(join(source, `public/wp-${VERSION}`), root, { recursive: true, force: false });
  for (const name of ['wp-config.php', 'wp-content/database'])
    rmSync(join(root, name), { recursive: true, force: true });
  mkdirSync(join(content, 'database'), { recursive: true });
  installDriver(content, await unpackDriver(source, content));
  writeFileSync(join(root, 'wp-config.php'), config(port));

  const php: WordPress['php'] = async (code) => {
    const program = `
      $_SERVER += ["HTTP_HOST" => "127.0.0.1:${port}", "REQUEST_URI" => "/", "SERVER_PROTOCOL" => "HTTP/1.1", "REQUEST_METHOD" => "GET"];
      require ${JSON.stringify(join(root, 'wp-load.php'))};
      fwrite(STDOUT, "\\n===" . json_encode((function () { ${code} })()));`;
    const output = await run('php', ['-d', 'display_errors=stderr', '-r', program]);
    return JSON.parse(output.split('\n===').at(-1)!) as never;
  };
  await run('php', [
    '-r',
    `define("WP_INSTALLING", true);
     $_SERVER += ["HTTP_HOST" => "127.0.0.1:${port}", "REQUEST_URI" => "/", "SERVER_PROTOCOL" => "HTTP/1.1", "REQUEST_METHOD" => "GET"];
     require ${JSON.stringify(join(root, 'wp-load.php'))};
     require ABSPATH . "wp-admin/includes/upgrade.php";
     add_filter("pre_wp_mail", "__return_true");
     wp_install("Kites", "admin", "admin@example.com", true, "", "admin-pass");`,
  ]);
  const server = await servePhp(root, port);
  return {
    url: server.url,
    php,
    write(path, text) {
      const file = join(content, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    },
    remove: (path) => rmSync(join(content, path), { recursive: true, force: true }),
    async close() {
      await server.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

async function unpackDriver(source: string, content: string): Promise<string> {
  const plugins = join(content, 'plugins');
  const archive = join(source, 'src/sqlite-database-integration/sqlite-database-integration.zip');
  await run('unzip', ['-q', '-o', archive, '-d', plugins]);
  return join(plugins, 'sqlite-database-integration-main');
}

function installDriver(content: string, driver: string): void {
  const template = readFileSync(join(driver, 'db.copy'), 'utf8');
  writeFileSync(
    join(content, 'db.php'),
    template
      .replaceAll('{SQLITE_IMPLEMENTATION_FOLDER_PATH}', driver)
      .replaceAll('{SQLITE_PLUGIN}', 'sqlite-database-integration/load.php'),
  );
}

const SALTS = ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'].flatMap((name) => [
  `${name}_KEY`,
  `${name}_SALT`,
]);

function config(port: number): string {
  const constants: Record<string, unknown> = {
    ...{ DB_NAME: 'wp', DB_USER: '', DB_PASSWORD: '', DB_HOST: '', DB_CHARSET: 'utf8mb4', DB_COLLATE: '' },
    ...Object.fromEntries(SALTS.map((name) => [name, `for tests: ${name}`])),
    ...{ WP_HOME: `http://127.0.0.1:${port}`, WP_SITEURL: `http://127.0.0.1:${port}` },
    // Nothing is asked of other servers, and nothing is done beside the pages.
    ...{
      WP_DEBUG: false,
      DISABLE_WP_CRON: true,
      WP_HTTP_BLOCK_EXTERNAL: true,
      AUTOMATIC_UPDATER_DISABLED: true,
    },
    USERESPONSE_KEY: KEY,
  };
  const lines = Object.entries(constants).map(
    ([name, value]) => `define('${name}', ${JSON.stringify(value)});`,
  );
  return `<?php
${lines.join('\n')}
define('DB_DIR', __DIR__ . '/wp-content/database/');
define('DB_FILE', '.ht.sqlite');
if (is_file(__DIR__ . '/wp-content/more-config.php')) require __DIR__ . '/wp-content/more-config.php';
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;
}
