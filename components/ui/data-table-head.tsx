import { clsx } from 'clsx';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { columnClass, type TableColumn, type TableSort } from './table-column.ts';

export interface DataTableHeadProps<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly sort: TableSort | undefined;
  readonly onSort: (column: TableColumn<Row>) => void;
}

export function DataTableHead<Row>({ columns, sort, onSort }: DataTableHeadProps<Row>) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column) => {
          const direction = sort?.column === column.id ? sort.direction : undefined;
          const Arrow = direction === 'ascending' ? ArrowUp : ArrowDown;
          const end = column.align === 'end';
          return (
            <th
              key={column.id}
              scope="col"
              data-tip={column.help}
              aria-sort={column.sortValue ? (direction ?? 'none') : undefined}
              className={clsx(
                'sticky top-0 h-8 border-edge border-b bg-panel font-medium text-soft sm:px-1',
                end ? 'text-right' : 'text-left',
                column.pinned ? 'left-0 z-20' : 'z-10',
                columnClass(column),
              )}
            >
              {column.sortValue ? (
                <button
                  type="button"
                  onClick={() => onSort(column)}
                  className={clsx(
                    'inline-flex min-h-6 max-w-full items-center gap-0.5 rounded px-2 -outline-offset-2 hover:text-ink',
                    end && 'flex-row-reverse',
                  )}
                >
                  <span className="truncate">{column.header}</span>
                  {direction ? <Arrow aria-hidden size={12} className="shrink-0" /> : null}
                </button>
              ) : (
                <span className="block truncate px-2">{column.header}</span>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
