import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PROGRAM = fileURLToPath(new URL('../../scripts/integrity.mjs', import.meta.url));
const EMPTY = '# Widget\n\n<!-- integrity -->\n\nNothing yet.\n\n<!-- end -->\n\nMore.\n';

describe('the hashes in the README', () => {
  let folder: string;
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  const readme = (): string => readFileSync(join(folder, 'README.md'), 'utf8');
  const integrity = async (...options: string[]): Promise<string> => {
    try {
      return (await run(process.execPath, [PROGRAM, ...options], { cwd: folder })).stdout;
    } catch (error) {
      return `failed: ${(error as { stdout: string }).stdout}`;
    }
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'integrity-'));
    for (const name of ['dist', '.changeset']) mkdirSync(join(folder, name));
    write('package.json', '{ "name": "useresponse-widget", "version": "0.2.0" }');
    write('CHANGELOG.md', '# Changelog\n\n## 0.2.0\n\n- News.\n\n## 0.1.0\n');
    write('README.md', EMPTY);
    write('.changeset/README.md', 'How to.');
    write('dist/useresponse-widget.min.js', 'widget();');
    write('dist/useresponse-inspector.js', 'inspector();');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are those of the release, in a tag to paste', async () => {
    await integrity();
    const hash = createHash('sha384').update('widget();').digest('base64');
    const src = 'https://unpkg.com/useresponse-widget@0.2.0/dist/useresponse-widget.min.js';
    const tag = `<script src="${src}" integrity="sha384-${hash}" crossorigin="anonymous" async></script>`;
    assert.ok(readme().includes(tag));
    assert.ok(readme().endsWith('<!-- end -->\n\nMore.\n'));
    assert.match(await integrity('--check', '--release'), /^README.md has the hashes of 0.2.0/);
  });

  it('are asked for, where a release has none', async () =>
    assert.match(await integrity('--check'), /^failed: README.md has no hashes of 0.2.0/));

  it('tell that the files have changed without a word about it', async () => {
    await integrity();
    write('dist/useresponse-inspector.js', 'other();');
    assert.match(await integrity('--check'), /^failed: .* not those of 0.2.0: npm run changeset/);
  });

  it('stay those of the last release while changes wait for the next', async () => {
    await integrity();
    const released = readme();
    write('.changeset/brave-kites-fly.md', '---\n"useresponse-widget": patch\n---\n\nNews.\n');
    write('dist/useresponse-widget.min.js', 'other();');
    assert.match(await integrity('--check'), /^No release is here/);
    assert.match(await integrity(), /^failed: What is here is no release/);
    assert.equal(readme(), released);
  });

  it('are not there before the first release', async () => {
    write('CHANGELOG.md', '# Changelog\n\n## [Unreleased]\n');
    assert.match(await integrity('--check'), /^No release is here/);
    assert.match(await integrity('--check', '--release'), /^failed: What is here is no release/);
    assert.match(await integrity(), /^failed/);
    assert.equal(readme(), EMPTY);
  });

  it('are never those of a version that there is not', async () => {
    await integrity();
    write('CHANGELOG.md', '# Changelog\n\n## 0.1.0\n');
    assert.match(await integrity('--check'), /^failed: .* no release is known/);
  });
});
