import type { DBSchema } from 'idb';
import { openOnce } from '#components/ui/open-once.ts';
import type { KeptVersion } from './kept-version.ts';

interface VersionSchema extends DBSchema {
  versions: { key: string; value: KeptVersion };
}

/** On this device only. Fails where the browser refuses storage. */
export const versionDb = openOnce<VersionSchema>('shufflescope-versions', 1, (db) => {
  db.createObjectStore('versions', { keyPath: 'id' });
});
