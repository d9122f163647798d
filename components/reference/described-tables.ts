import type { Table } from '#lib/tables/schema/column.ts';
import { TABLES } from '#lib/tables/schema/tables.ts';
import { VIEWS } from '#lib/tables/views/views.ts';
import type { Described } from './table-section.tsx';
import { viewColumns } from './views/view-columns.ts';

/** The tables that are made from a log. */
export const describedTables: readonly Described[] = TABLES.map(
  ({ name, grain, doc, key, columns }: Table) => ({ name, grain, doc, key, columns }),
);

/** The views over them. */
export const describedViews: readonly Described[] = VIEWS.map(({ name, grain, doc }) => ({
  name,
  grain,
  doc,
  key: [],
  columns: viewColumns[name] ?? {},
}));
