import { createStore } from '#components/shell/store.ts';
import { lentPlace } from '../place/lent-place.ts';

const KEY = 'shufflescope.sql-history';
const MAX_ENTRIES = 50;
/** Longer queries run, but are not kept: this is a small store of the browser. */
const MAX_CHARS = 4000;

/** Queries that ran, the latest first, kept in this browser. */
export const queryHistory = createStore<readonly string[]>(read());

export function rememberQuery(sql: string): void {
  if (lentPlace.get()) return; // of a scenario, not of the user
  const text = sql.trim();
  if (text === '' || text.length > MAX_CHARS) return;
  keep([text, ...queryHistory.get().filter((other) => other !== text)].slice(0, MAX_ENTRIES));
}

export function forgetQueries(): void {
  keep([]);
}

function keep(queries: readonly string[]): void {
  queryHistory.set(queries);
  try {
    localStorage.setItem(KEY, JSON.stringify(queries));
  } catch {
    // No storage in this browser or mode: the list holds until the page is closed.
  }
}

function read(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((entry): entry is string => typeof entry === 'string') : [];
  } catch {
    return []; // on the server, where storage is refused, and for what is no list
  }
}
