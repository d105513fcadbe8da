import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';

describe('the runner of the tests in browsers', { timeout: 250_000 }, () => {
  it('ends where a test has compared elements and failed, and says which', async () => {
    const output = await new Promise<string>((resolve) => {
      execFile(
        process.execPath,
        [
          '--import',
          'tsx',
          'scripts/test-unit.mjs',
          '--files',
          'test/tools/fixtures/elements-that-differ.ts',
        ],
        { env: { ...process.env, TEST_BROWSERS: 'chromium' }, timeout: 240_000 },
        (_, stdout) => resolve(stdout),
      );
    });
    assert.match(output, /in Chromium: takes one element for another/);
    assert.match(output, /in Chromium: takes one list with an element for another/);
    assert.match(output, /0 passed, 2 failed/);
  });
});
