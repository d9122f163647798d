import { plural } from '#lib/base/format.ts';
import type { QueryResult } from '#lib/tables/query-result.ts';

const MAX_ROWS = 200;
const MAX_WIDTH = 60;

/** A result as aligned columns for people; longer ones are cut, and say so. */
export function printTable({ columns, rows }: QueryResult): string {
  const shown = rows.slice(0, MAX_ROWS);
  const cells = [
    columns.map(({ name }) => name),
    ...shown.map((row) => columns.map(({ name }) => cell(row[name]))),
  ];
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
  const numeric = columns.map(({ name }) =>
    shown.every((row) => row[name] === null || typeof row[name] === 'number'),
  );
  const lines = cells.map((row) =>
    row
      .map((text, i) => (numeric[i] ? text.padStart(widths[i]!) : text.padEnd(widths[i]!)))
      .join('  ')
      .trimEnd(),
  );
  const more =
    rows.length > shown.length
      ? `… ${plural(rows.length - shown.length, 'more row')} (--json gives all)\n`
      : '';
  return `${lines.join('\n')}\n${more}`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const oneLine = text.replace(/\s+/g, ' ');
  return oneLine.length > MAX_WIDTH ? `${oneLine.slice(0, MAX_WIDTH - 1)}…` : oneLine;
}
