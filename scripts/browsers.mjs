import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The engines the tests run in, in the order of their reports. */
export const ENGINES = ['chromium', 'firefox', 'webkit'];

/** Where Debian, Fedora and Arch put WebKitGTK's test browser: never on PATH. */
const WEBKIT_FOLDERS = ['/usr/lib', '/usr/lib64', '/usr/libexec'];

const PACKAGED_CHROMIUM = fileURLToPath(new URL('../node_modules/@sparticuz/chromium', import.meta.url));

const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The first of the commands that is on PATH, as a full path. */
export function findCommand(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

const subfolders = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => join(folder, entry.name))
    : [];

function findMiniBrowser() {
  const folders = WEBKIT_FOLDERS.flatMap(subfolders);
  return [...folders, ...folders.flatMap(subfolders)]
    .filter((folder) => /webkit2?gtk-/.test(folder))
    .map((folder) => join(folder, 'MiniBrowser'))
    .find(isExecutable);
}

/** A Chromium out of an npm package, for machines where nothing can be installed; setup puts it there. */
async function findPackagedChromium() {
  if (!existsSync(PACKAGED_CHROMIUM)) return undefined;
  // Makes the package unpack the system libraries it brings along, which such a machine lacks as well.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return { executable: await packaged.executablePath(), sandbox: false };
}

/** What to start, for each engine; undefined where it is not installed. `missing` names what lacks. */
const FINDERS = {
  async chromium() {
    const executable =
      process.env.CHROME_PATH || findCommand('chromium', 'google-chrome', 'google-chrome-stable');
    if (executable) return { executable, sandbox: process.getuid?.() !== 0 };
    return await findPackagedChromium();
  },
  firefox() {
    const executable = findCommand('firefox-esr', 'firefox');
    return executable && { executable };
  },
  webkit() {
    const [driver, display, browser] = [
      findCommand('WebKitWebDriver'),
      findCommand('Xvfb'),
      findMiniBrowser(),
    ];
    return driver && display && browser && { driver, display, browser };
  },
};

/** Where an engine is installed; undefined if it is not. */
export const findEngine = async (engine) => await FINDERS[engine]();

/** The engines to test in: all, or those that `TEST_BROWSERS=chromium,webkit` names. */
export function wantedEngines() {
  const wanted = (process.env.TEST_BROWSERS ?? '').split(',').filter(Boolean);
  const unknown = wanted.filter((name) => !ENGINES.includes(name));
  if (unknown.length)
    throw new Error(`TEST_BROWSERS: no engine ${unknown.join(', ')}; there are ${ENGINES.join(', ')}.`);
  return wanted.length ? wanted : ENGINES;
}

/** Options for puppeteer's launch: a Chromium that reaches nothing but this machine. */
export const chromiumOptions = ({ executable, sandbox }) => ({
  executablePath: executable,
  args: [
    // Chromium's sandbox refuses to run as root, as in most containers.
    ...(sandbox ? [] : ['--no-sandbox']),
    '--disable-component-update',
    '--disable-domain-reliability',
    '--no-pings',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  ],
});
