import type { QueryRunner } from '../query-runner.ts';

export interface ColumnListRow {
  readonly table_name: string;
  readonly column_name: string;
  readonly data_type: string;
}

/** Which tables, views and columns can be asked? One row a column, in the order of the table. */
const COLUMN_LIST_SQL = `
SELECT table_name, column_name, data_type
FROM duckdb_columns()
WHERE NOT internal
ORDER BY table_name, column_index`;

export function columnList(query: QueryRunner): Promise<readonly ColumnListRow[]> {
  return query<ColumnListRow>(COLUMN_LIST_SQL);
}
