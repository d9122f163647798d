'use client';
import { clsx } from 'clsx';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { DataGridRow } from './data-grid-row.tsx';
import { DataTableHead } from './data-table-head.tsx';
import { rowForKey } from './row-keys.ts';
import { rowWindow, scrollTopFor } from './row-window.ts';
import { columnClass, type TableColumn, type TableSort } from './table-column.ts';
import { useScrolled } from './use-scrolled.ts';

export interface DataGridProps<Row> {
  /** Names the table: "Stages". */
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly count: number;
  /** Undefined while the row is on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly rowKey: (row: Row) => string;
  readonly sort: TableSort | undefined;
  readonly onSort: (column: TableColumn<Row>) => void;
  readonly selectedKey?: string | undefined;
  /** A click, or Enter on the active row. */
  readonly onSelect?: ((row: Row) => void) | undefined;
  /** Which rows are in view now, so that they can be fetched. */
  readonly onView?: (first: number, end: number) => void;
  /** Sets the height of the scrolling region; without it the table takes at most 70 % of the window. */
  readonly className?: string;
}

const ROW_PX = 32;

/**
 * A table for any number of rows: only those in view are in the page. One tab stop; arrows, Page Up/Down, Home and
 * End move the active row (aria-activedescendant, since a focused row would vanish when scrolled away).
 */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { label, columns, count, rowAt, rowKey, sort, onSort, selectedKey, onSelect, onView, className } =
    props;
  const [active, setActive] = useState(-1);
  const region = useRef<HTMLDivElement>(null);
  const id = useId();
  const { scrollTop, height } = useScrolled(region);
  const scrolled = { count, rowPx: ROW_PX, viewPx: Math.max(0, height - ROW_PX), scrollTop };
  const { first, end, above, below } = rowWindow(scrolled);

  useEffect(() => onView?.(first, end), [onView, first, end]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = active >= 0 ? rowAt(active) : undefined;
    if (event.key === 'Enter' && row !== undefined) onSelect?.(row);
    const page = Math.max(1, Math.floor(scrolled.viewPx / ROW_PX) - 1);
    const next = rowForKey(event.key, active, count, page);
    if (next === undefined) return;
    event.preventDefault();
    setActive(next);
    const top = scrollTopFor(next, scrolled);
    if (top !== undefined) region.current?.scrollTo({ top });
  };

  return (
    <div
      ref={region}
      className={clsx(
        'overflow-auto rounded border border-line bg-panel outline-accent has-[table:focus-visible]:outline-2',
        className ?? 'max-h-[70vh]',
      )}
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA in HTML allows grid on a table
        role="grid"
        aria-label={label}
        aria-rowcount={count + 1}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        className="group/grid w-full table-fixed border-separate border-spacing-0 text-sm outline-none"
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} width={column.width} className={columnClass(column)} />
          ))}
        </colgroup>
        <DataTableHead columns={columns} sort={sort} onSort={onSort} />
        <Spacer height={above} />
        <tbody>
          {Array.from({ length: end - first }, (_, offset) => {
            const index = first + offset;
            const row = rowAt(index);
            return (
              <DataGridRow
                key={row === undefined ? `waiting-${index}` : rowKey(row)}
                id={`${id}-${index}`}
                index={index}
                row={row}
                columns={columns}
                active={index === active}
                selected={selectedKey !== undefined && row !== undefined && rowKey(row) === selectedKey}
                onPick={
                  onSelect
                    ? () => {
                        setActive(index);
                        if (row !== undefined) onSelect(row);
                      }
                    : undefined
                }
              />
            );
          })}
        </tbody>
        <Spacer height={below} />
      </table>
    </div>
  );
}

/** Stands for the rows out of view. */
function Spacer({ height }: { readonly height: number }) {
  return height > 0 ? (
    <tbody aria-hidden="true">
      <tr>
        <td height={height} className="p-0" />
      </tr>
    </tbody>
  ) : null;
}
