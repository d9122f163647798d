import { AsyncDuckDB, type AsyncDuckDBConnection, VoidLogger } from '@duckdb/duckdb-wasm';
import { type RecordBatch, Table } from 'apache-arrow';
import { UserError } from '#lib/base/assert.ts';
import type { QueryResult } from '#lib/tables/query-result.ts';
import { type Database, openingStatements, type QueryOptions } from './engine.ts';
import { plainResult } from './plain-result.ts';

export interface BrowserDatabaseFiles {
  /** Address of duckdb-eh.wasm on the app's own origin. */
  readonly wasm: string;
  /** Address on the app's own origin that answers 404 to everything. */
  readonly extensions: string;
}

/**
 * DuckDB in a worker of its own. `worker` runs duckdb-browser-eh.worker.js; whoever made it ends it.
 */
export async function openBrowserDatabase(worker: Worker, files: BrowserDatabaseFiles): Promise<Database> {
  const engine = new AsyncDuckDB(new VoidLogger(), worker);
  await withinTime(engine.instantiate(files.wasm));
  await engine.open({ query: { castBigIntToDouble: false, castTimestampToDate: false } });
  const connection = await engine.connect();
  for (const statement of openingStatements(files.extensions)) await connection.query(statement);
  return {
    execute: async (sql) => {
      await connection.query(sql);
    },
    query: async (sql, options) =>
      options ? cancellable(engine, sql, options) : plainResult(await connection.query(sql)),
    append: (table, stream) => connection.insertArrowFromIPCStream(stream, { name: table, create: false }),
    close: async () => {
      await connection.close();
      await engine.terminate();
    },
  };
}

/**
 * Runs a statement so that it can be stopped: DuckDB works on it in steps, and hears a cancellation in between
 * (a plain `query` blocks its worker until it is done). Stops by itself after `maxRows`.
 */
async function cancellable(
  engine: AsyncDuckDB,
  sql: string,
  { signal, maxRows }: QueryOptions,
): Promise<QueryResult> {
  signal?.throwIfAborted();
  const connection = await engine.connect();
  const cancel = () => void connection.cancelSent().catch(() => undefined);
  signal?.addEventListener('abort', cancel);
  try {
    signal?.throwIfAborted(); // meanwhile, while nobody listened
    return await collect(connection, sql, maxRows);
  } catch (error) {
    signal?.throwIfAborted();
    throw readable(error);
  } finally {
    signal?.removeEventListener('abort', cancel);
    await connection.close();
  }
}

async function collect(
  connection: AsyncDuckDBConnection,
  sql: string,
  maxRows = Number.POSITIVE_INFINITY,
): Promise<QueryResult> {
  const reader = await connection.send(sql, true);
  const batches: RecordBatch[] = [];
  let rows = 0;
  for await (const batch of reader) {
    batches.push(batch);
    rows += batch.numRows;
    if (rows > maxRows) {
      await connection.cancelSent();
      break;
    }
  }
  const result = plainResult(new Table(reader.schema, batches));
  return rows > maxRows ? { ...result, rows: result.rows.slice(0, maxRows), isCut: true } : result;
}

/** A statement that cannot even be parsed is refused in JSON when it runs stepwise; otherwise in words. */
function readable(error: unknown): unknown {
  if (!(error instanceof Error) || !error.message.startsWith('{"exception_type":')) return error;
  const { exception_type, exception_message } = JSON.parse(error.message) as Readonly<Record<string, string>>;
  return new Error(`${exception_type} Error: ${exception_message}`);
}

/** Where the browser may not compile wasm (a strict policy of somebody else’s), DuckDB waits forever. */
const START_TIMEOUT_MS = 60_000;

function withinTime<T>(start: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new UserError(
            'The SQL engine did not start.',
            'The browser may forbid WebAssembly on this page, or be very busy.',
          ),
        ),
      START_TIMEOUT_MS,
    );
  });
  return Promise.race([start, timeout]).finally(() => clearTimeout(timer));
}
