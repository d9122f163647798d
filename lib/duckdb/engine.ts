import type { Batch } from '#lib/tables/batch.ts';
import type { QueryResult } from '#lib/tables/query-result.ts';
import { createTableSql } from '#lib/tables/schema/column.ts';
import { TABLES } from '#lib/tables/schema/tables.ts';
import { toArrowStream } from './arrow.ts';

/** One database with the tables of one application. The browser and Node have one each, over the same wasm. */
export interface Database {
  execute(sql: string): Promise<void>;
  /** With `options` the statement can be stopped; without, it runs to its end. */
  query(sql: string, options?: QueryOptions): Promise<QueryResult>;
  /** Appends an Arrow IPC stream to an existing table. */
  append(table: string, stream: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

export interface QueryOptions {
  readonly signal?: AbortSignal;
  /** Stop after so many rows; the result then says that it is cut. */
  readonly maxRows?: number;
}

/**
 * DuckDB asks the internet for extensions unless told otherwise. `extensionHome` is a path that answers 404, so
 * that whatever needs an extension fails with a clear message (docs/duckdb.md).
 */
export function openingStatements(extensionHome: string): readonly string[] {
  return [
    `SET custom_extension_repository = '${extensionHome.replaceAll("'", "''")}'`,
    'SET autoinstall_known_extensions = false',
    'SET autoload_known_extensions = false',
  ];
}

/** After this no statement can reach files or the network, and no setting can be changed. */
export const LOCKING_STATEMENTS: readonly string[] = [
  'SET enable_external_access = false',
  'SET lock_configuration = true',
];

export async function createTables(database: Database): Promise<void> {
  await database.execute(TABLES.map((table) => `${createTableSql(table)};`).join('\n'));
}

export async function insertBatch(database: Database, batch: Batch): Promise<void> {
  const table = TABLES.find(({ name }) => name === batch.table);
  if (!table) throw new Error(`no table ${batch.table}`);
  if (batch.length > 0) await database.append(table.name, toArrowStream(table, batch));
}
