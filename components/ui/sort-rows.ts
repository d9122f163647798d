import type { SortValue, TableColumn, TableSort } from './table-column.ts';

const words = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** A sorted copy; equal rows keep their order, rows without a value come last whichever way it is sorted. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  sort: TableSort | undefined,
): readonly Row[] {
  const value = columns.find((column) => column.id === sort?.column)?.sortValue;
  if (!sort || !value) return rows;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  // Each value is worked out once, not at every comparison.
  const keyed = rows.map((row) => ({ row, key: value(row) }));
  keyed.sort((a, b) => {
    const missing = Number(isMissing(a.key)) - Number(isMissing(b.key));
    return missing !== 0 ? missing : sign * compare(a.key, b.key);
  });
  return keyed.map(({ row }) => row);
}

/** A first click shows the largest first where numbers are, since that is what one looks for; then it turns. */
export function nextSort(current: TableSort | undefined, column: string, numeric: boolean): TableSort {
  if (current?.column === column) {
    return { column, direction: current.direction === 'ascending' ? 'descending' : 'ascending' };
  }
  return { column, direction: numeric ? 'descending' : 'ascending' };
}

function isMissing(value: SortValue): boolean {
  return value === undefined || value === null || Number.isNaN(value);
}

function compare(a: SortValue, b: SortValue): number {
  if (isMissing(a) || isMissing(b)) return 0;
  if (typeof a === 'string' || typeof b === 'string') return words.compare(String(a), String(b));
  return a! < b! ? -1 : a! > b! ? 1 : 0;
}
