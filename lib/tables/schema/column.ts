/**
 * A table's schema is data: column types, units and meaning live here once and feed the DuckDB tables,
 * the row types of the ingest, the schema browser and the docs.
 */

export type SqlType = 'INTEGER' | 'BIGINT' | 'DOUBLE' | 'VARCHAR' | 'BOOLEAN' | 'INTEGER[]' | 'VARCHAR[]';

/** Units as the REST API reports them; `epoch ms` is a moment, `ms` and `ns` are durations. */
export type Unit = 'epoch ms' | 'ms' | 'ns' | 'bytes' | 'records' | 'tasks' | 'count';

/** `V` is the value's type in a row; every column may be NULL, which means "not in the log". */
export interface Column<V = unknown> {
  readonly type: SqlType;
  readonly doc: string;
  readonly unit?: Unit;
  /** Phantom: carries the row type, never set. */
  readonly value?: V;
}

type Maker<V> = (doc: string, unit?: Unit) => Column<V | null>;

function maker<V>(type: SqlType): Maker<V> {
  return (doc, unit) => (unit ? { type, doc, unit } : { type, doc });
}

export const integer = maker<number>('INTEGER');
/** 64-bit in DuckDB; a JavaScript number in rows (exact up to 2^53, larger than any Spark counter in use). */
export const bigint = maker<number>('BIGINT');
export const double = maker<number>('DOUBLE');
export const text = maker<string>('VARCHAR');
export const boolean = maker<boolean>('BOOLEAN');
export const integers = maker<readonly number[]>('INTEGER[]');
export const texts = maker<readonly string[]>('VARCHAR[]');

export interface Table<Columns extends Readonly<Record<string, Column>> = Readonly<Record<string, Column>>> {
  readonly name: string;
  /** What one row is. */
  readonly grain: string;
  readonly doc: string;
  /** Columns that identify a row. */
  readonly key: readonly string[];
  readonly columns: Columns;
}

export type RowOf<T extends Table> = {
  readonly [Name in keyof T['columns']]: T['columns'][Name] extends Column<infer V> ? V : never;
};

export function defineTable<const Columns extends Readonly<Record<string, Column>>>(
  table: Table<Columns>,
): Table<Columns> {
  return table;
}

/** `CREATE TABLE` for DuckDB, columns in the order of the schema. */
export function createTableSql(table: Table): string {
  const columns = Object.entries(table.columns).map(([name, column]) => `  "${name}" ${column.type}`);
  return `CREATE TABLE "${table.name}" (\n${columns.join(',\n')}\n)`;
}
