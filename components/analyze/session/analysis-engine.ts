import { DETECTORS } from '#lib/analyzers/run/registry.ts';
import { overview } from '#lib/analyzers/run/report.ts';
import { runDetectors } from '#lib/analyzers/run/run-detectors.ts';
import { UserError } from '#lib/base/assert.ts';
import { openBrowserDatabase } from '#lib/duckdb/browser-database.ts';
import type { Database } from '#lib/duckdb/engine.ts';
import { loadLog } from '#lib/duckdb/load-log.ts';
import { estimateDecodedBytes } from '#lib/eventlog/discover/decoded-size.ts';
import { discoverLogs } from '#lib/eventlog/discover/discover.ts';
import type { EventLogSource, NamedBlob } from '#lib/eventlog/discover/event-log-source.ts';
import { explainNothingFound } from '#lib/eventlog/discover/explain-nothing-found.ts';
import type { IngestProgress } from '#lib/eventlog/ingest.ts';
import { toCsv } from '#lib/tables/export/csv.ts';
import { toParquet } from '#lib/tables/export/parquet.ts';
import type { QueryResult } from '#lib/tables/query-result.ts';
import type { QueryRunner } from '#lib/tables/query-runner.ts';
import { DUCKDB_FILES, startDuckDbWorker } from './duckdb-worker.ts';
import type { AnalysisWorker, Found, FoundLog, LoadEvents } from './protocol.ts';

/** Finds, reads and checks logs, and answers SQL about the one that is open. Lives in a worker. */
export class AnalysisEngine implements AnalysisWorker {
  #database: Promise<Database> | undefined;
  #logs: readonly EventLogSource[] = [];
  #loading: AbortController | undefined;
  readonly #queries = new Map<number, AbortController>();

  async warm(): Promise<void> {
    await this.#open();
  }

  async find(files: readonly NamedBlob[]): Promise<Found> {
    const { logs, ignored } = await discoverLogs(files);
    this.#logs = logs;
    const shown = ignored.filter((file) => !file.isMarker);
    return {
      logs: logs.map(toFoundLog),
      ignored: shown.map(({ path, reason, hint }) => ({ path, reason, ...(hint ? { hint } : {}) })),
      ...(logs.length === 0 ? { nothing: explainNothingFound(ignored) } : {}),
    };
  }

  async load(
    id: string,
    onProgress: LoadEvents['onProgress'],
    onTables: LoadEvents['onTables'],
    onFindings: LoadEvents['onFindings'],
  ): Promise<void> {
    const log = this.#logs.find((each) => each.id === id);
    if (!log) throw new UserError('That log is not among the opened files any more.');
    this.cancelLoad();
    const loading = new AbortController();
    this.#loading = loading;
    const { signal } = loading;
    const starting = this.#open();
    const stats = await loadLog(starting, log, { onProgress: throttled(onProgress, isAtEnd), signal });
    const database = await starting;
    const query: QueryRunner = async <Row>(sql: string) => (await database.query(sql)).rows as readonly Row[];
    signal.throwIfAborted();
    onTables(await overview(query), stats);
    await runDetectors(DETECTORS, query, { onResult: onFindings, signal });
  }

  cancelLoad(): void {
    this.#loading?.abort();
    this.#loading = undefined;
  }

  query(sql: string, maxRows: number, ticket: number): Promise<QueryResult> {
    return this.#stoppable(ticket, async (signal) => (await this.#open()).query(sql, { signal, maxRows }));
  }

  cancelQuery(ticket: number): void {
    this.#queries.get(ticket)?.abort();
  }

  exportQuery(sql: string, format: 'csv' | 'parquet', ticket: number): Promise<Blob> {
    return this.#stoppable(ticket, async (signal) => {
      const result = await (await this.#open()).query(sql, { signal });
      return format === 'csv'
        ? new Blob([toCsv(result)], { type: 'text/csv' })
        : new Blob([toParquet(result)], { type: 'application/vnd.apache.parquet' });
    });
  }

  async #stoppable<T>(ticket: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    this.#queries.set(ticket, controller);
    try {
      return await work(controller.signal);
    } finally {
      this.#queries.delete(ticket);
    }
  }

  #open(): Promise<Database> {
    this.#database ??= openBrowserDatabase(startDuckDbWorker(), DUCKDB_FILES);
    return this.#database;
  }
}

function toFoundLog(log: EventLogSource): FoundLog {
  const { id, title, application, layout, parts, bytes, inProgress, duplicateOf } = log;
  return {
    id,
    title,
    layout,
    files: parts.length,
    bytes,
    decodedBytes: estimateDecodedBytes(parts),
    inProgress,
    ...(application ? { application } : {}),
    ...(duplicateOf ? { duplicateOf } : {}),
  };
}

function isAtEnd({ bytesRead, bytesTotal }: IngestProgress): boolean {
  return bytesRead >= bytesTotal;
}

/** Calls at most ten times a second: each call crosses to the page and makes it draw. What matters always passes. */
function throttled<T>(call: (value: T) => void, matters: (value: T) => boolean): (value: T) => void {
  let last = 0;
  return (value) => {
    const now = performance.now();
    if (now - last < 100 && !matters(value)) return;
    last = now;
    call(value);
  };
}
