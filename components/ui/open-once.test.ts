import 'fake-indexeddb/auto';
import { type DBSchema, deleteDB } from 'idb';
import { expect, test } from 'vitest';
import { openOnce } from './open-once.ts';

interface Notes extends DBSchema {
  notes: { key: string; value: { id: string } };
}

const notes = openOnce<Notes>('notes', 1, (db) => {
  db.createObjectStore('notes', { keyPath: 'id' });
});

test('who asks twice gets the same open database', async () => {
  expect(await notes()).toBe(await notes());
});

test('a database another tab deletes is let go, and opened anew when asked for', async () => {
  const before = await notes();
  await before.put('notes', { id: 'kept' });
  await deleteDB('notes');
  const after = await notes();
  expect(after).not.toBe(before);
  expect(await after.count('notes')).toBe(0);
});

test('a refusal is told, and the next ask tries again', async () => {
  // A newer program was here before: its version of the database cannot be opened by an older one.
  (await openOnce<Notes>('moody', 2, () => undefined)()).close();
  const moody = openOnce<Notes>('moody', 1, () => undefined);
  await expect(moody()).rejects.toThrow();
  await deleteDB('moody');
  expect((await moody()).name).toBe('moody');
});
