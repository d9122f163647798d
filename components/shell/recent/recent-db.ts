import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { NamedBlob } from '#lib/eventlog/discover/event-log-source.ts';
import type { RecentEntry } from './recent-entry.ts';

interface RecentSchema extends DBSchema {
  entries: { key: string; value: RecentEntry };
  /** Apart from the entries, so that listing does not touch the files. */
  files: { key: string; value: readonly NamedBlob[] };
}

export type RecentDb = IDBPDatabase<RecentSchema>;

let opening: Promise<RecentDb> | undefined;

export function recentDb(): Promise<RecentDb> {
  opening ??= openDB<RecentSchema>('shufflescope-recent', 1, {
    upgrade(db) {
      db.createObjectStore('entries', { keyPath: 'id' });
      db.createObjectStore('files');
    },
    // Another tab wants to upgrade or delete the database: let it, and open anew when needed.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      opening = undefined;
    },
    terminated: () => {
      opening = undefined;
    },
  }).catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}
