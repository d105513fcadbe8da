const TOTAL = /^(\d+) passed, (\d+) failed$/gm;

/** The line that every runner of tests here ends with; the exit code says the same. */
export function printTotal(passed, failed) {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}

/** Reads that line out of what a runner wrote. */
export function readTotal(output) {
  const last = [...output.matchAll(TOTAL)].at(-1);
  return last && { passed: Number(last[1]), failed: Number(last[2]) };
}
