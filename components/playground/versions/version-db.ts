import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { KeptVersion } from './kept-version.ts';

interface VersionSchema extends DBSchema {
  versions: { key: string; value: KeptVersion };
}

let opening: Promise<IDBPDatabase<VersionSchema>> | undefined;

/** On this device only. Fails where the browser refuses storage. */
export function versionDb(): Promise<IDBPDatabase<VersionSchema>> {
  opening ??= openDB<VersionSchema>('shufflescope-versions', 1, {
    upgrade(db) {
      db.createObjectStore('versions', { keyPath: 'id' });
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
