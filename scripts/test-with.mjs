import { installWithApt } from './apt.mjs';
import { findEngine } from './browsers.mjs';

/** Chromium, where a test needs it and no browser is there. */
export const lackingBrowser = async () => ((await findEngine('chromium')) ? [] : ['chromium']);

/** Runs the tests of a folder, after Debian's packages that they need. */
export async function testWith(packages, folder) {
  // Each by itself: a system may lack some.
  if (packages.length) await installWithApt(packages.map((name) => [name]));
  process.argv[2] = folder;
  await import('./test-node.mjs');
}
