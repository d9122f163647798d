import type { QueryResult } from '../query-result.ts';

/**
 * RFC 4180, UTF-8, one line a row; NULL is an empty field and an empty text "" (as DuckDB and PostgreSQL read them),
 * lists are JSON. Values are exactly those of the table.
 */
export function toCsv({ columns, rows }: QueryResult): string {
  const lines = [columns.map(({ name }) => field(name)).join(',')];
  for (const row of rows) lines.push(columns.map(({ name }) => field(row[name])).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

function field(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
