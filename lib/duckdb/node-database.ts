import { createRequire } from 'node:module';
import type { Table } from 'apache-arrow';
import { invariant } from '#lib/base/assert.ts';
import type { QueryResult } from '#lib/tables/query-result.ts';
import { type Database, openingStatements } from './engine.ts';
import { plainResult } from './plain-result.ts';

/**
 * DuckDB in Node: the same wasm as in the browser, called directly. Tests and the command line use it, so that SQL
 * that works here works in the browser.
 */
export async function openNodeDatabase(): Promise<Database> {
  const engine = idle.pop() ?? (await startEngine());
  engine.reset();
  engine.open({ query: { castBigIntToDouble: false, castTimestampToDate: false } });
  const connection = engine.connect();
  for (const statement of openingStatements(NO_EXTENSIONS)) connection.query(statement);
  let isOpen = true;
  // The engine may serve another database by then.
  const live = (): Connection => {
    invariant(isOpen, 'the database is closed');
    return connection;
  };
  return {
    execute: async (sql) => {
      live().query(sql);
    },
    query: async (sql): Promise<QueryResult> => plainResult(live().query(sql)),
    append: async (table, stream) => live().insertArrowFromIPCStream(stream, { name: table, create: false }),
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      connection.close();
      idle.push(engine);
    },
  };
}

/** Compiling 34 MB of wasm takes most of a second, so an engine whose database was closed is used again. */
const idle: Engine[] = [];

async function startEngine(): Promise<Engine> {
  const require = createRequire(import.meta.url);
  const duckdb = require('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs') as Blocking;
  const bundle = { mainModule: require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'), mainWorker: '' };
  const engine = await duckdb.createDuckDB(
    { mvp: bundle, eh: bundle },
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME,
  );
  await engine.instantiate();
  return engine;
}

/** Nothing is there: extensions are refused rather than fetched. */
const NO_EXTENSIONS = 'http://127.0.0.1:9/no-extensions';

interface Connection {
  query(sql: string): Table;
  insertArrowFromIPCStream(stream: Uint8Array, options: { name: string; create: boolean }): void;
  close(): void;
}

interface Engine {
  instantiate(): Promise<unknown>;
  reset(): void;
  open(config: unknown): void;
  connect(): Connection;
}

/** The part of the package's blocking Node build that is used; its own types need a bundler to resolve. */
interface Blocking {
  createDuckDB(bundles: unknown, logger: unknown, runtime: unknown): Promise<Engine>;
  readonly VoidLogger: new () => unknown;
  readonly NODE_RUNTIME: unknown;
}
