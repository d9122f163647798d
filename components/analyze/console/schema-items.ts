import type { ColumnListRow } from '#lib/tables/queries/column-list.ts';
import type { Column } from '#lib/tables/schema/column.ts';
import { TABLES } from '#lib/tables/schema/tables.ts';
import { VIEWS } from '#lib/tables/views/views.ts';

export interface SchemaColumn {
  readonly name: string;
  readonly type: string;
  readonly unit?: string;
  readonly doc?: string;
}

/** A table or view as the browser and the completion show it. */
export interface SchemaItem {
  readonly name: string;
  readonly grain: string;
  readonly doc: string;
  readonly columns: readonly SchemaColumn[];
}

/** Tables from the schema's data; of views only the database knows the columns. */
export function schemaItems(columns: readonly ColumnListRow[]): readonly SchemaItem[] {
  return [
    ...TABLES.map(({ name, grain, doc, columns: described }) => ({
      name,
      grain,
      doc,
      columns: Object.entries<Column>(described).map(([column, { type, unit, doc: text }]) => ({
        name: column,
        type,
        doc: text,
        ...(unit ? { unit } : {}),
      })),
    })),
    ...VIEWS.map(({ name, grain, doc }) => ({
      name,
      grain,
      doc,
      columns: columns
        .filter(({ table_name }) => table_name === name)
        .map(({ column_name, data_type }) => ({ name: column_name, type: data_type })),
    })),
  ];
}
