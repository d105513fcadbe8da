import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { EXPLANATIONS } from '../../src/inspector/explanations.ts';
import { pageOf, problem, type ErrorCode } from '../../src/messages.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const codes = Object.keys(EXPLANATIONS) as ErrorCode[];
const { name, files } = JSON.parse(read('package.json')) as { name: string; files: string[] };

test('each code of an error has a page, and each page a code', () => {
  const pages = readdirSync(new URL('docs/messages/', root));
  assert.deepEqual(pages.sort(), codes.map((code) => `${code}.md`).sort());
});

for (const code of codes) {
  test(`the link of ${code} leads to its page in the package`, () => {
    const path = pageOf(code).replace(`https://unpkg.com/${name}/`, '');
    assert.ok(files.some((folder) => path.startsWith(`${folder}/`)));
    assert.match(read(path), new RegExp(`^# ${code}\n`));
  });

  test(`the page of ${code} begins with what the console says`, () => {
    const [start, end] = problem(code, '*').message.split('*');
    const [, line] = read(`docs/messages/${code}.md`).split('```\n');
    assert.ok(line?.startsWith(`<useresponse-widget> ${code}: ${start}`));
    assert.ok(line?.endsWith(`${end ?? ''}\n`));
  });

  test(`the README leads from ${code} to its page`, () => {
    assert.ok(read('README.md').includes(`[\`${code}\`](docs/messages/${code}.md)`));
  });
}
