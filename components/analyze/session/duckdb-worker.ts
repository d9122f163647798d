/** DuckDB's files on the app's own origin; the version in the address makes them cacheable for good. */
const VERSION = '1.32.0';

export const DUCKDB_FILES = {
  get wasm(): string {
    return new URL(`/duckdb/duckdb-eh.wasm?v=${VERSION}`, self.location.origin).href;
  },
  get extensions(): string {
    return new URL('/ext', self.location.origin).href;
  },
};

export function startDuckDbWorker(): Worker {
  return new Worker(new URL(`/duckdb/duckdb-browser-eh.worker.js?v=${VERSION}`, self.location.origin).href);
}
