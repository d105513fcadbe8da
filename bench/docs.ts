import { readFileSync, writeFileSync } from 'node:fs';
import { cells, COLUMNS, digits } from './report.ts';
import type { Results } from './results.ts';
import type { Row } from './rows.ts';

const FILE = 'docs/performance.md';

type Table = string[][];

/** The goals, each with what was reached. */
const goals = (rows: Row[]): Table => [COLUMNS, ...rows.filter(({ goal }) => goal).map(cells)];

/** A line for each contender, a column for each thing that was measured of it; or the other way round. */
function crossed(rows: Row[], lines: 'what' | 'contender'): Table {
  const columns = lines === 'what' ? 'contender' : 'what';
  const names = (key: 'what' | 'contender'): string[] => [...new Set(rows.map((row) => row[key]))];
  const cell = (line: string, column: string): string => {
    const found = rows.find((row) => row[lines] === line && row[columns] === column);
    if (!found) return '';
    const { summary, unit, beside } = found;
    const ratio = beside
      ? ` (${beside.value.toFixed(2)}; ${beside.low.toFixed(2)}–${beside.high.toFixed(2)})`
      : '';
    return `${digits(summary.median)} ${unit}${ratio}`;
  };
  return [
    ['', ...names(columns)],
    ...names(lines).map((line) => [line, ...names(columns).map((column) => cell(line, column))]),
  ];
}

const tables = ({ measurements }: Results): Record<string, Table> => {
  const { bytes = [], variants = [], 'main-thread': thread = [] } = measurements;
  return {
    goals: goals(Object.values(measurements).flat()),
    bytes: crossed(bytes, 'contender'),
    variants: crossed(variants, 'contender'),
    'main-thread': crossed(thread, 'what'),
  };
};

function write(table: Table): string {
  const [head, ...body] = table.map(
    (line) => `| ${line.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
  );
  return [head, `| ${table[0]!.map(() => '---').join(' | ')} |`, ...body].join('\n');
}

/** Writes the figures into the page that explains them. */
export function writeDocs(results: Results): void {
  const known = tables(results);
  const part = (name: string): string =>
    name === 'machine' ? results.machine : `<!-- prettier-ignore -->\n${write(known[name]!)}`;
  const text = readFileSync(FILE, 'utf8').replaceAll(
    /(<!-- bench: ([\w-]+) -->)[^]*?(<!-- end -->)/g,
    (_, start: string, name: string, end: string) => `${start}\n\n${part(name)}\n\n${end}`,
  );
  writeFileSync(FILE, text);
}
