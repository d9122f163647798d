import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { localData, localDataFile, localDataText } from './local-data.ts';

const storage = (entries: Record<string, string>) => ({
  length: Object.keys(entries).length,
  key: (i: number) => Object.keys(entries)[i] ?? null,
  getItem: (key: string) => entries[key] ?? null,
});

/** Other tests have databases of the same names. */
beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => vi.unstubAllGlobals());

describe('localData', () => {
  it('gathers what is ours, under the name, and nothing else', async () => {
    const kept = storage({ 'shufflescope.theme': 'dark', other: 'x', 'shufflescope:progress': '[1]' });
    expect(await localData(kept, 'Anna', new Date(0))).toEqual({
      format: 'shufflescope-local-data',
      version: 1,
      name: 'Anna',
      saved: '1970-01-01T00:00:00.000Z',
      entries: { progress: '[1]', theme: 'dark' },
      databases: {},
    });
  });

  it('has the kept versions with their programs', async () => {
    const db = await openDB('shufflescope-versions', 1, {
      upgrade: (made) => void made.createObjectStore('versions', { keyPath: 'id' }),
    });
    await db.put('versions', { id: 'v1', project: { files: new Map([['main.py', 'x = 1']]) } });
    db.close();
    const text = localDataText(await localData(storage({}), 'Anna', new Date(0)));
    expect(JSON.parse(text).databases).toEqual({
      versions: { versions: [{ id: 'v1', project: { files: { 'main.py': 'x = 1' } } }] },
    });
  });
});

describe('localDataFile', () => {
  it.each([
    ['Anna Müller', 'shufflescope-anna-muller.json'],
    ['../../etc/passwd', 'shufflescope-etc-passwd.json'],
    ['李', 'shufflescope-data.json'],
  ])('names the file of %s %s', (name, file) => {
    expect(localDataFile(name)).toBe(file);
  });
});
