import { proxy, type Remote, wrap } from 'comlink';
import type { NamedBlob } from '#lib/eventlog/discover/event-log-source.ts';
import type { QueryResult } from '#lib/tables/query-result.ts';
import type { AnalysisWorker, Found, LoadEvents } from './protocol.ts';

/** The page's end of the analysis worker. */
export class AnalysisClient {
  readonly #worker: Worker;
  readonly #remote: Remote<AnalysisWorker>;
  /** Never resolves; rejects when the worker as such breaks, of which its unanswered calls would never hear. */
  readonly #broken: Promise<never>;
  #tickets = 0;

  constructor() {
    this.#worker = new Worker(new URL('./analysis.worker.ts', import.meta.url), { type: 'module' });
    this.#remote = wrap<AnalysisWorker>(this.#worker);
    this.#broken = new Promise((_, reject) => {
      this.#worker.addEventListener('error', () =>
        reject(new Error('The part of the app that reads logs stopped. The tab may be out of memory.')),
      );
    });
    this.#broken.catch(() => undefined);
  }

  warm(): Promise<void> {
    return this.#remote.warm();
  }

  find(files: readonly NamedBlob[]): Promise<Found> {
    return Promise.race([this.#remote.find(files), this.#broken]);
  }

  load(id: string, { onProgress, onTables, onFindings }: LoadEvents): Promise<void> {
    const loading = this.#remote.load(id, proxy(onProgress), proxy(onTables), proxy(onFindings));
    return Promise.race([loading, this.#broken]);
  }

  query(
    sql: string,
    options: { readonly maxRows?: number; readonly signal?: AbortSignal } = {},
  ): Promise<QueryResult> {
    return this.#ticketed(options.signal, (ticket) =>
      this.#remote.query(sql, options.maxRows ?? MAX_ROWS, ticket),
    );
  }

  exportQuery(sql: string, format: 'csv' | 'parquet', signal?: AbortSignal): Promise<Blob> {
    return this.#ticketed(signal, (ticket) => this.#remote.exportQuery(sql, format, ticket));
  }

  /** Ends the worker and everything in it: the log, its tables, running queries. */
  close(): void {
    this.#worker.terminate();
  }

  async #ticketed<T>(signal: AbortSignal | undefined, ask: (ticket: number) => Promise<T>): Promise<T> {
    const ticket = this.#tickets++;
    const cancel = () => void this.#remote.cancelQuery(ticket);
    signal?.addEventListener('abort', cancel);
    try {
      return await Promise.race([ask(ticket), this.#broken]);
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }
}

/** Rows a page holds at once; a table view asks for windows of more, an export has no limit. */
const MAX_ROWS = 100_000;
