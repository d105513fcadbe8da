import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { format } from 'prettier';
import { digits } from './report.ts';
import type { Row } from './rows.ts';

const FILE = 'bench/results.json';

/** What was measured, by the names of the measurements, and on what. */
export interface Results {
  machine: string;
  measurements: Record<string, Row[]>;
}

const EMPTY: Results = { machine: '', measurements: {} };

export const machine = (): string => {
  const [first] = cpus();
  return `${cpus().length} cores (${first?.model.replaceAll(/\((R|TM)\)/g, '')}), Node ${process.versions.node}, ${process.platform}`;
};

export const readResults = (): Results =>
  existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Results) : EMPTY;

export async function writeResults(results: Results): Promise<void> {
  writeFileSync(FILE, await format(JSON.stringify(results), { parser: 'json' }));
}

/** The results of the last commit that has some. */
export function committedResults(): Results {
  try {
    return JSON.parse(
      execFileSync('git', ['show', `HEAD:${FILE}`], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ) as Results;
  } catch {
    return EMPTY;
  }
}

const keyOf = ({ what, contender, beside }: Row): string => [what, contender, beside?.to].join('|');

/**
 * Tells what has become worse since: what stands beside another contender in the same run can be compared between machines,
 * and what is counted can. Times alone can't.
 */
export function regressions(now: Row[], before: Row[]): string[] {
  const known = new Map(before.map((row) => [keyOf(row), row]));
  return now.flatMap((row) => {
    const old = known.get(keyOf(row));
    const change = old && (compareEstimates(row, old) ?? compareCounts(row, old));
    return change ? [`${row.what}, ${row.contender}: ${change}`] : [];
  });
}

function compareEstimates({ unit, beside: now }: Row, { beside: old }: Row): string | undefined {
  if (!now || !old) return undefined;
  const isWorse = unit === 'per second' ? now.high < old.low : now.low > old.high;
  return isWorse ? `${digits(old.value)} → ${digits(now.value)} beside ${now.to}` : undefined;
}

function compareCounts({ unit, summary: now }: Row, { summary: old }: Row): string | undefined {
  if (unit !== 'bytes' || now.median <= old.median) return undefined;
  return `${digits(old.median)} → ${digits(now.median)} ${unit}`;
}
