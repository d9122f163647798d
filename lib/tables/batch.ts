import type { RowOf, Table } from './schema/column.ts';

/**
 * Rows of one table on their way into DuckDB, column by column.
 * A column of the schema that a batch leaves out is NULL in all its rows.
 */
export interface Batch {
  readonly table: string;
  readonly length: number;
  readonly columns: Readonly<Record<string, ColumnData>>;
}

export type ColumnData =
  /** Integers, longs, doubles and booleans (0 or 1); NaN is NULL. */
  | { readonly kind: 'numbers'; readonly values: Float64Array }
  /** Texts that repeat; index -1 is NULL. */
  | { readonly kind: 'words'; readonly indices: Int32Array; readonly words: readonly string[] }
  /** Anything else, one value a row; null is NULL. */
  | { readonly kind: 'values'; readonly values: readonly unknown[] };

/** Turns rows into a batch. Small tables are written as rows, because that reads better than columns. */
export function batchOfRows<T extends Table>(table: T, rows: readonly RowOf<T>[]): Batch {
  const columns: Record<string, ColumnData> = {};
  for (const [name, column] of Object.entries(table.columns)) {
    const values = rows.map((row) => (row as Readonly<Record<string, unknown>>)[name] ?? null);
    columns[name] =
      column.type === 'VARCHAR' || column.type.endsWith('[]')
        ? { kind: 'values', values }
        : {
            kind: 'numbers',
            values: Float64Array.from(values, (v) => (v === null ? Number.NaN : Number(v))),
          };
  }
  return { table: table.name, length: rows.length, columns };
}
