import type { ReactNode } from 'react';

/** What a table sorts by; `undefined` and null are "not known" and stay last in both directions. */
export type SortValue = number | bigint | string | null | undefined;

export interface TableColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** In px, at least: columns share what a wider place leaves over, and scroll sideways in a narrower one. */
  readonly width: number;
  /** Numbers stand at the end, so that their digits align. */
  readonly align?: 'start' | 'end';
  readonly cell: (row: Row) => ReactNode;
  /** Without it the column cannot be sorted. */
  readonly sortValue?: (row: Row) => SortValue;
  /** What the column means, for those who wonder. */
  readonly help?: string;
  /** Shown in windows from this width on; without it always. */
  readonly from?: 'md' | 'lg' | 'xl';
  /** Stays in view while the table scrolls sideways: what names the row. */
  readonly pinned?: boolean;
}

export interface TableSort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

const fromWidths = { md: 'max-md:hidden', lg: 'max-lg:hidden', xl: 'max-xl:hidden' };

/** The class that hides a column where it has no room. */
export function columnClass({ from }: Pick<TableColumn<never>, 'from'>): string | undefined {
  return from && fromWidths[from];
}
