import { existsSync, readdirSync, readFileSync } from 'node:fs';

const CHANGESETS = '.changeset';

/**
 * What is known of the releases from the files alone. `isHere` tells whether what is here is a release, and not what will
 * become the next one: its version has a place in the changelog, and no change waits.
 */
export function readReleases() {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const headings = readFileSync('CHANGELOG.md', 'utf8').matchAll(/^## (\d\S*)$/gm);
  const versions = [...headings].map(([, found]) => found);
  const files = existsSync(CHANGESETS) ? readdirSync(CHANGESETS) : [];
  const isWaiting = files.some((file) => file.endsWith('.md') && file !== 'README.md');
  return { name, version, versions, isHere: versions.includes(version) && !isWaiting };
}
