import { clsx } from 'clsx';
import type { ReactNode } from 'react';

export interface SimpleColumn {
  readonly header: string;
  readonly align?: 'start' | 'end';
}

export interface SimpleTableProps {
  /** What the table holds, for screen readers. */
  readonly caption: string;
  readonly columns: readonly SimpleColumn[];
  /** Cells in the order of the columns; the first names the row. */
  readonly rows: readonly (readonly ReactNode[])[];
  readonly className?: string;
}

/** A plain table for a few hundred rows at most, e.g. what a chart shows. */
export function SimpleTable({ caption, columns, rows, className }: SimpleTableProps) {
  return (
    // A region that scrolls has to be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section aria-label={caption} tabIndex={0} className={clsx('relative overflow-auto', className)}>
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ header, align }) => (
              <th
                key={header}
                scope="col"
                className={clsx(
                  'sticky top-0 h-8 border-edge border-b bg-panel px-3 font-medium text-soft first:pl-0',
                  align === 'end' ? 'text-right' : 'text-left',
                )}
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a plain table have no other identity
            <tr key={row}>
              {cells.map((cell, column) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                  key={column}
                  className={clsx(
                    'h-8 border-line border-b px-3 first:pl-0',
                    columns[column]?.align === 'end' ? 'whitespace-nowrap text-right' : 'text-left',
                  )}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
