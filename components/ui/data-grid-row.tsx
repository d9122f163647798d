import { clsx } from 'clsx';
import { columnClass, type TableColumn } from './table-column.ts';

export interface DataGridRowProps<Row> {
  readonly id: string;
  readonly index: number;
  /** Undefined while it is on its way. */
  readonly row: Row | undefined;
  readonly columns: readonly TableColumn<Row>[];
  readonly active: boolean;
  readonly selected: boolean;
  readonly onPick: (() => void) | undefined;
}

export function DataGridRow<Row>(props: DataGridRowProps<Row>) {
  const { id, index, row, columns, active, selected, onPick } = props;
  return (
    <tr
      id={id}
      aria-rowindex={index + 2}
      aria-selected={onPick ? selected : undefined}
      aria-busy={row === undefined || undefined}
      data-active={active || undefined}
      onClick={onPick}
      className={clsx(
        'h-8 outline-accent -outline-offset-2 group-focus-visible/grid:data-active:outline-2',
        selected ? 'bg-tint' : 'bg-panel',
        onPick && 'cursor-pointer hover:bg-sunken',
      )}
    >
      {columns.map((column) => (
        <td
          key={column.id}
          className={clsx(
            'truncate border-line border-b px-2 sm:px-3',
            column.align === 'end' && 'text-right',
            column.pinned && 'sticky left-0 z-5 bg-inherit',
            columnClass(column),
          )}
        >
          {row === undefined ? <span className="text-faint">…</span> : column.cell(row)}
        </td>
      ))}
    </tr>
  );
}
