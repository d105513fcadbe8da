/**
 * Writes the hashes of a release's files into the README. The bytes of a working copy change all the time, and nobody loads
 * them: what is no release leaves the README alone.
 *
 * `--check` tells whether the README is right: where a release is here, its hashes must be those of `dist/`; otherwise they
 * must be those of a version that there is. With `--release` as well there must be a release.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { readReleases } from './release.mjs';

const FILE = 'README.md';
const WIDGET = 'dist/useresponse-widget.min.js';
const FILES = [WIDGET, 'dist/useresponse-inspector.js'];
const BLOCK = /(<!-- integrity -->\n)([^]*?)(\n<!-- end -->)/;

const isCheck = process.argv.includes('--check');
const needsRelease = process.argv.includes('--release') || !isCheck;

const { name, version, versions, isHere } = readReleases();

const integrityOf = (file) => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

/** The tag to paste, and the hashes; each says which version it is for. */
function blockOf() {
  const src = `https://unpkg.com/${name}@${version}/${WIDGET}`;
  const tag = `<script src="${src}" integrity="${integrityOf(WIDGET)}" crossorigin="anonymous" async></script>`;
  const rows = FILES.map((file) => `| \`${file}\` | \`${integrityOf(file)}\` |`);
  const table = [`| file of ${version} | integrity |`, '| --- | --- |', ...rows].join('\n');
  return `\n<!-- prettier-ignore -->\n\`\`\`html\n${tag}\n\`\`\`\n\n<!-- prettier-ignore -->\n${table}\n`;
}

/** What is wrong with the README as it is; undefined if nothing is. */
function findFault(shown) {
  if (isHere) {
    if (shown === blockOf()) return undefined;
    return shown.includes(`@${version}/`)
      ? `${FILE} has other hashes than the files in dist/, which are not those of ${version}: npm run changeset.`
      : `${FILE} has no hashes of ${version}: npm run integrity.`;
  }
  const found = /@(\d[^/]*)\//.exec(shown)?.[1];
  return found && !versions.includes(found)
    ? `${FILE} has hashes of ${found}, of which no release is known.`
    : undefined;
}

function settle() {
  const text = readFileSync(FILE, 'utf8');
  const shown = BLOCK.exec(text)?.[2];
  if (shown === undefined) return `${FILE} has no place for the hashes.`;
  if (needsRelease && !isHere)
    return `What is here is no release: ${version} has no place in CHANGELOG.md, or changes wait.`;
  if (isCheck) return findFault(shown);
  writeFileSync(
    FILE,
    text.replace(BLOCK, (_, start, _old, end) => start + blockOf() + end),
  );
  return undefined;
}

const fault = settle();
console.log(
  fault ?? (isHere ? `${FILE} has the hashes of ${version}.` : 'No release is here, nothing to compare.'),
);
process.exitCode = fault ? 1 : 0;
