import type { Row } from './rows.ts';

const OUTCOMES = { yes: 'reached', no: 'not reached', open: 'within the noise' };

/** A figure with as many digits as mean something. */
export function digits(value: number): string {
  const size = Math.abs(value);
  if (size >= 1_000) return Math.round(value).toLocaleString('en');
  return `${Number(value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2))}`;
}

export const COLUMNS = ['what', 'who', 'median (quartiles)', 'n', 'beside (95 %)', 'goal', ''];

/** A row's cells, in words. */
export function cells({ what, contender, unit, summary, beside, goal }: Row): string[] {
  const { n, median, q1, q3 } = summary;
  const spread = n > 1 && q1 !== q3 ? ` (${digits(q1)}–${digits(q3)})` : '';
  return [
    what,
    contender,
    `${digits(median)}${spread}${unit && ` ${unit}`}`,
    `${n}`,
    beside ? `${besides(beside)}` : '',
    goal?.text ?? '',
    goal ? OUTCOMES[goal.outcome] : '',
  ];
}

function besides({ to, kind, value, low, high }: NonNullable<Row['beside']>): string {
  if (kind === 'ratio') return `${value.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)}) × ${to}`;
  return `${signed(value)} (${signed(low)} to ${signed(high)}) than ${to}`;
}

const signed = (value: number): string => (value > 0 ? '+' : '') + digits(value);
