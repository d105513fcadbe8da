/**
 * Runs in each page of tests before everything else. The runner clones what a failed test has compared, which no element
 * lets be done to it: the page would never tell that it has ended, and all would wait for it until the time is over.
 */
export function makeTellable() {
  const clone = window.structuredClone;
  const kind = (value) => Object.prototype.toString.call(value);
  const isPlain = (value) => ['[object Object]', '[object Array]'].includes(kind(value));
  window.structuredClone = (value, ...rest) => {
    try {
      return clone(value, ...rest);
    } catch {
      return JSON.parse(
        JSON.stringify(value, (_, part) =>
          typeof part === 'object' && part && !isPlain(part) ? kind(part) : part,
        ),
      );
    }
  };
}
