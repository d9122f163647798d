import { createStore } from '#components/shell/store.ts';
import { goTo } from '../place/go-to.ts';

export interface ConsoleDraft {
  readonly sql: string;
  /** Counts requests to run it at once; the console runs each once. */
  readonly runs: number;
}

const EMPTY_DRAFT: ConsoleDraft = { sql: '', runs: 0 };

/** What is in the SQL console. It lives outside of the console: one comes and goes between views. */
export const consoleDraft = createStore<ConsoleDraft>(EMPTY_DRAFT);

/** Puts SQL into the console, to be run as soon as that is shown. */
export function draftSql(sql: string): void {
  consoleDraft.set({ sql: sql.trim(), runs: consoleDraft.get().runs + 1 });
}

/** Opens the SQL behind a figure in the console and runs it. */
export function openSql(sql: string): void {
  draftSql(sql);
  goTo({ view: 'sql' });
}
