import { createStore } from '#components/shell/store.ts';
import type { QueryResult } from '#lib/tables/query-result.ts';
import { whyNotReadOnly } from '#lib/tables/read-only-sql.ts';
import type { AnalysisClient } from '../session/analysis-client.ts';
import { analysisClient } from '../session/analysis-session.ts';
import { consoleDraft } from './console-draft.ts';
import { rememberQuery } from './query-history.ts';
import { explainSqlError, type SqlError } from './sql-error.ts';

/** What the console is doing. It outlives the console, which comes and goes between views. */
export type ConsoleRun =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly sql: string; readonly since: number; readonly cancelling: boolean }
  | { readonly state: 'done'; readonly sql: string; readonly ms: number; readonly result: QueryResult }
  | { readonly state: 'failed'; readonly sql: string; readonly error: SqlError }
  | { readonly state: 'cancelled'; readonly sql: string; readonly ms: number };

/** Rows held at once; an export has no limit. */
export const MAX_ROWS = 100_000;

const IDLE: ConsoleRun = { state: 'idle' };

export const consoleRun = createStore<ConsoleRun>(IDLE);

let owner: AnalysisClient | undefined;
let controller: AbortController | undefined;

/** A result belongs to the log it was asked of. */
export function forgetOtherLogs(): void {
  if (owner === undefined || owner === analysisClient()) return;
  controller?.abort();
  owner = undefined;
  consoleRun.set(IDLE);
}

/** Puts the SQL of a scenario into the console. What is returned puts the user's back; a query under way is stopped. */
export function lendConsole(sql: string): () => void {
  forgetController();
  const run = consoleRun.get();
  const kept = { sql: consoleDraft.get().sql, run: run.state === 'running' ? IDLE : run, owner };
  write(sql);
  consoleRun.set(IDLE);
  return () => {
    forgetController();
    owner = kept.owner;
    write(kept.sql);
    consoleRun.set(kept.run);
  };
}

function write(sql: string): void {
  consoleDraft.set({ ...consoleDraft.get(), sql });
}

function forgetController(): void {
  controller?.abort();
  controller = undefined;
}

export async function runSql(sql: string): Promise<void> {
  const refused = whyNotReadOnly(sql);
  if (refused !== undefined) {
    consoleRun.set({ state: 'failed', sql, error: { kind: 'This cannot run here', message: refused } });
    return;
  }
  controller?.abort();
  const mine = new AbortController();
  controller = mine;
  const client = analysisClient();
  owner = client;
  const since = performance.now();
  consoleRun.set({ state: 'running', sql, since, cancelling: false });
  const settle = (run: ConsoleRun) => {
    if (controller === mine) consoleRun.set(run);
  };
  try {
    const result = await client.query(sql, { maxRows: MAX_ROWS, signal: mine.signal });
    rememberQuery(sql);
    settle({ state: 'done', sql, ms: performance.now() - since, result });
  } catch (error) {
    if (mine.signal.aborted) settle({ state: 'cancelled', sql, ms: performance.now() - since });
    else settle({ state: 'failed', sql, error: explainSqlError(messageOf(error), sql) });
  }
}

export function cancelSql(): void {
  const run = consoleRun.get();
  if (run.state !== 'running' || run.cancelling) return;
  consoleRun.set({ ...run, cancelling: true });
  controller?.abort();
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
