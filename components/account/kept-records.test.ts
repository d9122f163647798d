import 'fake-indexeddb/auto';
import { globSync, readFileSync } from 'node:fs';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KEPT_DATABASES, keptRecords } from './kept-records.ts';

/** Other tests have databases of the same names. */
beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => vi.unstubAllGlobals());

describe('keptRecords', () => {
  it('are all of a database, by its stores', async () => {
    const db = await openDB('notes', 1, {
      upgrade: (made) => void made.createObjectStore('all', { keyPath: 'id' }),
    });
    const project = { files: new Map([['a.py', 'x = 1']]) };
    await db.put('all', { id: 'n1', project });
    expect(await keptRecords('notes')).toEqual({ all: [{ id: 'n1', project }] });
    db.close();
  });

  it('leave no database behind where there was none', async () => {
    expect(await keptRecords('nothing')).toBeUndefined();
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('nothing');
  });

  it('are asked of every database of ours but that of recent files', () => {
    const sources = globSync('components/**/*-db.ts').map((path) => readFileSync(path, 'utf8'));
    const names = sources.flatMap((text) =>
      [...text.matchAll(/openOnce<\w+>\(\s*'([^']+)'/g)].map(([, name]) => name),
    );
    expect(names.toSorted()).toEqual([...KEPT_DATABASES, 'shufflescope-recent'].toSorted());
  });
});
