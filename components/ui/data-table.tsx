'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { clsx } from 'clsx';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { DataTableHead } from './data-table-head.tsx';
import { rowForKey } from './row-keys.ts';
import { nextSort, sortRows } from './sort-rows.ts';
import type { TableColumn, TableSort } from './table-column.ts';

export interface DataTableProps<Row> {
  /** Names the table: "Stages". */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly TableColumn<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly initialSort?: TableSort;
  readonly selectedKey?: string | undefined;
  /** A click, or Enter on the active row. */
  readonly onSelect?: (row: Row) => void;
  /** Sets the height of the scrolling region; without it the table takes at most 70 % of the window. */
  readonly className?: string;
}

const ROW_PX = 32;

/**
 * A table for any number of rows: only those in view are in the page. One tab stop; arrows, Page Up/Down, Home and
 * End move the active row (aria-activedescendant, since a focused row would vanish when scrolled away).
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, columns, rowKey, selectedKey, onSelect, className } = props;
  const [sort, setSort] = useState(props.initialSort);
  const [active, setActive] = useState(-1);
  const region = useRef<HTMLDivElement>(null);
  const id = useId();
  const sorted = useMemo(() => sortRows(rows, columns, sort), [rows, columns, sort]);
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => region.current,
    estimateSize: () => ROW_PX,
    // The header, as high as a row, comes before the rows and covers the first one in view.
    scrollMargin: ROW_PX,
    scrollPaddingStart: ROW_PX,
    overscan: 12,
  });
  const inView = virtual.getVirtualItems();
  const above = (inView[0]?.start ?? ROW_PX) - ROW_PX;
  const below = virtual.getTotalSize() - ((inView.at(-1)?.end ?? ROW_PX) - ROW_PX);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = sorted[active];
    if (event.key === 'Enter' && row !== undefined) onSelect?.(row);
    const page = Math.max(1, Math.floor((region.current?.clientHeight ?? 0) / ROW_PX) - 2);
    const next = rowForKey(event.key, active, sorted.length, page);
    if (next === undefined) return;
    event.preventDefault();
    setActive(next);
    virtual.scrollToIndex(next);
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
        aria-rowcount={sorted.length + 1}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        className="group/grid w-full table-fixed border-separate border-spacing-0 text-sm outline-none"
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} width={column.width} />
          ))}
        </colgroup>
        <DataTableHead
          columns={columns}
          sort={sort}
          onSort={(column) => setSort(nextSort(sort, column.id, column.align === 'end'))}
        />
        <Spacer height={above} />
        <tbody>
          {inView.map(({ index }) => {
            const row = sorted[index]!;
            const selected = selectedKey !== undefined && rowKey(row) === selectedKey;
            return (
              <tr
                key={rowKey(row)}
                id={`${id}-${index}`}
                aria-rowindex={index + 2}
                aria-selected={onSelect ? selected : undefined}
                data-active={index === active || undefined}
                onClick={() => {
                  setActive(index);
                  onSelect?.(row);
                }}
                className={clsx(
                  'h-8 outline-accent -outline-offset-2 group-focus-visible/grid:data-active:outline-2',
                  onSelect && 'cursor-pointer hover:bg-sunken',
                  selected && 'bg-tint',
                )}
              >
                {columns.map((column) => (
                  <td
                    key={column.id}
                    className={clsx(
                      'truncate border-line border-b px-3',
                      column.align === 'end' && 'text-right',
                    )}
                  >
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
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
        <td height={height} />
      </tr>
    </tbody>
  ) : null;
}
