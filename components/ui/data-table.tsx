'use client';
import { useMemo, useState } from 'react';
import { DataGrid, type DataGridProps } from './data-grid.tsx';
import { nextSort, sortRows } from './sort-rows.ts';
import type { TableSort } from './table-column.ts';

export interface DataTableProps<Row>
  extends Pick<
    DataGridProps<Row>,
    'label' | 'columns' | 'rowKey' | 'selectedKey' | 'onSelect' | 'className'
  > {
  readonly rows: readonly Row[];
  readonly initialSort?: TableSort;
}

/** A table of rows that are all there; it sorts them itself. */
export function DataTable<Row>({ rows, initialSort, ...rest }: DataTableProps<Row>) {
  const { columns } = rest;
  const [sort, setSort] = useState(initialSort);
  const sorted = useMemo(() => sortRows(rows, columns, sort), [rows, columns, sort]);
  return (
    <DataGrid
      {...rest}
      count={sorted.length}
      rowAt={(index) => sorted[index]}
      sort={sort}
      onSort={(column) => setSort(nextSort(sort, column.id, column.align === 'end'))}
    />
  );
}
