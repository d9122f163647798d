import { createRequire } from 'node:module';
import type { Table } from 'apache-arrow';
import { type Database, openingStatements } from './engine.ts';
import { plainResult, type QueryResult } from './result.ts';

/**
 * DuckDB in Node: the same wasm as in the browser, called directly. Tests and the command line use it, so that SQL
 * that works here works in the browser.
 */
export async function openNodeDatabase(): Promise<Database> {
  const require = createRequire(import.meta.url);
  const duckdb = require('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs') as Blocking;
  const wasm = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
  const bundle = { mainModule: wasm, mainWorker: '' };
  const db = await duckdb.createDuckDB(
    { mvp: bundle, eh: bundle },
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME,
  );
  await db.instantiate();
  db.open({ query: { castBigIntToDouble: false, castTimestampToDate: false } });
  const connection = db.connect();
  const database: Database = {
    execute: async (sql) => {
      connection.query(sql);
    },
    query: async (sql): Promise<QueryResult> => plainResult(connection.query(sql)),
    append: async (table, stream) =>
      connection.insertArrowFromIPCStream(stream, { name: table, create: false }),
    close: async () => connection.close(),
  };
  for (const statement of openingStatements(NO_EXTENSIONS)) await database.execute(statement);
  return database;
}

/** Nothing is there: extensions are refused rather than fetched. */
const NO_EXTENSIONS = 'http://127.0.0.1:9/no-extensions';

interface Connection {
  query(sql: string): Table;
  insertArrowFromIPCStream(stream: Uint8Array, options: { name: string; create: boolean }): void;
  close(): void;
}

/** The part of the package's blocking Node build that is used; its own types need a bundler to resolve. */
interface Blocking {
  createDuckDB(
    bundles: unknown,
    logger: unknown,
    runtime: unknown,
  ): Promise<{
    instantiate(): Promise<unknown>;
    open(config: unknown): void;
    connect(): Connection;
  }>;
  readonly VoidLogger: new () => unknown;
  readonly NODE_RUNTIME: unknown;
}
