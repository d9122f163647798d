import type { QueryResult } from '#lib/tables/query-result.ts';

/** A value as text: exactly what the table holds, lists as JSON, NULL empty. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** For spreadsheets: tabs between columns; tabs and line breaks inside of values become blanks. */
export function toTsv({ columns, rows }: QueryResult): string {
  const line = (values: readonly string[]) =>
    values.map((value) => value.replace(/[\t\r\n]+/g, ' ')).join('\t');
  return [
    line(columns.map(({ name }) => name)),
    ...rows.map((row) => line(columns.map(({ name }) => valueText(row[name])))),
  ].join('\n');
}

/** For tickets and notes. */
export function toMarkdown({ columns, rows }: QueryResult): string {
  const line = (values: readonly string[]) =>
    `| ${values.map((value) => value.replace(/\s*[\r\n]+\s*/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
  return [
    line(columns.map(({ name }) => name)),
    `|${columns.map(({ type }) => (isNumeric(type) ? ' ---: |' : ' --- |')).join('')}`,
    ...rows.map((row) => line(columns.map(({ name }) => valueText(row[name])))),
  ].join('\n');
}

/** From the engine's name of the type of a result column. */
export function isNumeric(type: string): boolean {
  return /^(U?Int|Float|Decimal)/.test(type);
}
