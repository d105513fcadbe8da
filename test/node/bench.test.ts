import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { regressions } from '../../bench/results.ts';
import { compared, limited, noMoreThan, type Row } from '../../bench/rows.ts';

const STEADY = [100, 101, 99, 100, 102, 98];
const NOISY = [60, 140, 80, 120, 100, 95];
const times = (values: number[], factor: number): number[] => values.map((value) => value * factor);

const judge = (mine: number[], most: number): string | undefined =>
  compared('boot', ['the tag', mine], ['the snippet', STEADY], { most }).goal?.outcome;

test('a goal counts as reached only where the noise leaves no doubt', () => {
  assert.equal(judge(times(STEADY, 0.5), 0.75), 'yes');
  assert.equal(judge(times(STEADY, 0.9), 0.75), 'no');
  assert.equal(judge(NOISY, 1), 'open');
});

test('a rate has to be large', () => {
  const outcome = (factor: number): string | undefined =>
    compared('tokens', ['ours', times(STEADY, factor)], ['the hash', STEADY], { least: 0.9 }, 'per second')
      .goal?.outcome;
  assert.equal(outcome(0.95), 'yes');
  assert.equal(outcome(0.8), 'no');
});

test('a difference that may be none is none', () => {
  assert.equal(noMoreThan('paint', ['idle', NOISY], ['none', STEADY]).goal?.outcome, 'yes');
  assert.equal(noMoreThan('paint', ['idle', times(STEADY, 1.5)], ['none', STEADY]).goal?.outcome, 'no');
});

test('what has become worse is told, unless it may be noise', () => {
  const boot = (mine: number[]): Row[] => [compared('boot', ['the tag', mine], ['the snippet', STEADY])];
  assert.equal(regressions(boot(times(STEADY, 1.5)), boot(STEADY)).length, 1);
  assert.deepEqual(regressions(boot(NOISY), boot(STEADY)), []);
  assert.deepEqual(regressions(boot(STEADY), boot(times(STEADY, 1.5))), []);
});

test('each byte more is told', () => {
  const bytes = (count: number): Row[] => [limited('bytes', ['the file', [count]], 'bytes', 5_500)];
  assert.deepEqual(regressions(bytes(5_401), bytes(5_400)), ['bytes, the file: 5,400 → 5,401 bytes']);
  assert.deepEqual(regressions(bytes(5_400), bytes(5_401)), []);
});

test('the bench runs, and says what it has measured', () => {
  const output = execFileSync('npm', ['run', '--silent', 'bench', '--', '--quick', 'token'], {
    encoding: 'utf8',
  });
  assert.match(output, /tokens a second \| createToken \| .* × the hash alone/);
});
