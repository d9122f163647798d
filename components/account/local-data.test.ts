import { describe, expect, it } from 'vitest';
import { localData, localDataFile } from './local-data.ts';

const storage = (entries: Record<string, string>) => ({
  length: Object.keys(entries).length,
  key: (i: number) => Object.keys(entries)[i] ?? null,
  getItem: (key: string) => entries[key] ?? null,
});

describe('localData', () => {
  it('gathers what is ours, under the name, and nothing else', () => {
    const kept = storage({ 'shufflescope.theme': 'dark', other: 'x', 'shufflescope.progress': '[1]' });
    expect(localData(kept, 'Anna', new Date(0))).toEqual({
      format: 'shufflescope-local-data',
      version: 1,
      name: 'Anna',
      saved: '1970-01-01T00:00:00.000Z',
      entries: { progress: '[1]', theme: 'dark' },
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
