import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { readText } from '../../demo/docs/files.ts';
import { readMarkdown } from '../../demo/docs/markdown.ts';
import { findCommand } from '../../scripts/browsers.mjs';
import { tagIn } from '../platforms/parse.ts';
import { KEY, VECTORS } from './vectors.ts';

const FILE = 'docs/messages/incomplete-user.md';
const { code } = readMarkdown(readText(FILE)).blocks.find(({ language }) => language === 'php')!;
const php = findCommand('php');
const isCi = process.env['CI'] === 'true';

/** The page that the template makes for a visitor, or for nobody. */
function render(email: string | null | undefined): string {
  const setting = `<?php [$key, $email] = json_decode(stream_get_contents(STDIN)); $user = $email ? (object) compact('email') : null; ?>`;
  assert.ok(php, 'needs php-cli');
  return execFileSync(php, ['-r', `?>${setting}${code}`], {
    input: JSON.stringify([KEY, email]),
    encoding: 'utf8',
  });
}

describe(`The example of ${FILE}`, { skip: !isCi && !php && 'needs php-cli' }, () => {
  for (const { what, email, token } of VECTORS.filter((vector) => vector.token))
    it(`is right about ${what}`, () => assert.deepEqual(tagIn(render(email)), { src: '…', token, email }));

  it('says nothing of a visitor who is not signed in', () =>
    assert.deepEqual(tagIn(render(null)), { src: '…' }));
});
