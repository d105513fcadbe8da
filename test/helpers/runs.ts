declare global {
  interface Window {
    RUNS: { seed: number; factor: number; isThorough: boolean; engines: string[] };
  }
}

const { seed, factor, isThorough, engines } = window.RUNS;

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

/** How many parts of the shared cases an engine takes: Firefox needs the longest for a page. */
const PARTS: Record<string, number> = { chromium: 2, firefox: 1, webkit: 2 };
const turns = engines.flatMap((name) => Array<string>(PARTS[name] ?? 1).fill(name));

/** This engine's part of the cases: together the engines try all of them, in a long run each of them does. */
export const share = <Case>(cases: Case[]): Case[] =>
  factor > 1 ? cases : cases.filter((_, index) => turns[index % turns.length] === engine);

/** This engine's part of a number of cases. */
export const shareOf = (number: number): number =>
  factor > 1 ? number * factor : Math.ceil((number * (PARTS[engine] ?? 1)) / turns.length);

/** What is no part of every visitor's page is tried in each engine where all is checked, and else in the first of them. */
export const isForThisEngine = isThorough || engines[0] === engine;
