import { describe, expect, it } from 'vitest';
import { nextSort, sortRows } from './sort-rows.ts';
import type { SortValue, TableColumn } from './table-column.ts';

interface Row {
  readonly name: string;
  readonly value: SortValue;
}

const columns: readonly TableColumn<Row>[] = [
  { id: 'name', header: 'Name', width: 100, cell: ({ name }) => name, sortValue: ({ name }) => name },
  { id: 'value', header: 'Value', width: 100, align: 'end', cell: () => '', sortValue: ({ value }) => value },
  { id: 'plain', header: 'Plain', width: 100, cell: () => '' },
];
const rowsOf = (...values: SortValue[]) =>
  values.map((value, index): Row => ({ name: `stage ${index}`, value }));
const names = (rows: readonly Row[]) => rows.map(({ name }) => name.slice(6)).join(' ');

describe('sortRows', () => {
  it('sorts numbers as numbers, big ones too', () => {
    const rows = rowsOf(10, 9n, 2n ** 60n, 0.5);
    expect(names(sortRows(rows, columns, { column: 'value', direction: 'ascending' }))).toBe('3 1 0 2');
    expect(names(sortRows(rows, columns, { column: 'value', direction: 'descending' }))).toBe('2 0 1 3');
  });

  it('keeps rows without a value last in both directions', () => {
    const rows = rowsOf(undefined, 2, null, 1, Number.NaN);
    expect(names(sortRows(rows, columns, { column: 'value', direction: 'ascending' }))).toBe('3 1 0 2 4');
    expect(names(sortRows(rows, columns, { column: 'value', direction: 'descending' }))).toBe('1 3 0 2 4');
  });

  it('reads numbers inside words: stage 9 comes before stage 10', () => {
    const rows = rowsOf(...Array.from({ length: 11 }, () => 1));
    expect(names(sortRows(rows, columns, { column: 'name', direction: 'ascending' }))).toBe(
      '0 1 2 3 4 5 6 7 8 9 10',
    );
  });

  it('keeps the order of equal rows, and of all rows where a column has nothing to sort by', () => {
    const rows = rowsOf(1, 1, 1);
    expect(names(sortRows(rows, columns, { column: 'value', direction: 'descending' }))).toBe('0 1 2');
    expect(sortRows(rows, columns, { column: 'plain', direction: 'descending' })).toBe(rows);
    expect(sortRows(rows, columns, undefined)).toBe(rows);
  });
});

describe('nextSort', () => {
  it('begins with the largest number and the first word, then turns', () => {
    expect(nextSort(undefined, 'value', true)).toEqual({ column: 'value', direction: 'descending' });
    expect(nextSort(undefined, 'name', false)).toEqual({ column: 'name', direction: 'ascending' });
    expect(nextSort({ column: 'name', direction: 'ascending' }, 'name', false).direction).toBe('descending');
    expect(nextSort({ column: 'name', direction: 'descending' }, 'name', false).direction).toBe('ascending');
  });
});
