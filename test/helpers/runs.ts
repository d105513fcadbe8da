declare global {
  interface Window {
    RUNS: { seed: number; factor: number; engines: string[] };
  }
}

const { seed, factor, engines } = window.RUNS;

/** Which engine this is, in the words of the runner. */
const engine = /firefox/i.test(navigator.userAgent)
  ? 'firefox'
  : /chrom/i.test(navigator.userAgent)
    ? 'chromium'
    : 'webkit';

/** Where the made-up cases begin; `SEED=… npm run test:unit` makes the same ones again. */
export const SEED = seed;
/** How many times the usual number of cases are tried: 1, or what `LONG=…` says. */
export const FACTOR = factor;

/** This engine's part of the cases: together the engines try all of them, in a long run each of them does. */
export const share = <Case>(cases: Case[]): Case[] =>
  factor > 1 ? cases : cases.filter((_, index) => index % engines.length === engines.indexOf(engine));
