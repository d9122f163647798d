import type { DBSchema, IDBPDatabase } from 'idb';
import { openOnce } from '#components/ui/open-once.ts';
import type { NamedBlob } from '#lib/eventlog/discover/event-log-source.ts';
import type { RecentEntry } from './recent-entry.ts';

interface RecentSchema extends DBSchema {
  entries: { key: string; value: RecentEntry };
  /** Apart from the entries, so that listing does not touch the files. */
  files: { key: string; value: readonly NamedBlob[] };
}

export type RecentDb = IDBPDatabase<RecentSchema>;

export const recentDb = openOnce<RecentSchema>('shufflescope-recent', 1, (db) => {
  db.createObjectStore('entries', { keyPath: 'id' });
  db.createObjectStore('files');
});
