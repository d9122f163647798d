import type { DBSchema } from 'idb';
import { openOnce } from '#components/ui/open-once.ts';
import type { LastProgram } from './last-program.ts';

interface LastProgramSchema extends DBSchema {
  programs: { key: string; value: LastProgram };
}

/** On this device only. Fails where the browser refuses storage. */
export const lastProgramDb = openOnce<LastProgramSchema>('shufflescope-program', 1, (db) => {
  db.createObjectStore('programs', { keyPath: 'id' });
});
