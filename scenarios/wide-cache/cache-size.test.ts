import { describe, expect, it } from 'vitest';
import { lookInNode } from '#lib/learn/testing.ts';
import { cachedColumns, cacheReads } from './cache-size.ts';
import { ALL_COLUMNS, DROPPED_COLUMNS, NEEDED_COLUMNS, WITHOUT_CACHE } from './programs.ts';
import { wideCache } from './scenario.ts';

const look = (text: string) =>
  lookInNode(
    { ...wideCache.situations.start, program: { files: { 'main.py': text }, main: 'main.py' } },
    wideCache,
  );

describe('cachedColumns', () => {
  it('counts what cache() was called on, not what is read from it', async () => {
    const counts = [ALL_COLUMNS, NEEDED_COLUMNS, DROPPED_COLUMNS].map(async (text) =>
      cachedColumns(await look(text)),
    );
    expect(await Promise.all(counts)).toEqual([9, 3, 3]);
  });

  it('is none where nothing is cached', async () => {
    expect(cachedColumns(await look(WITHOUT_CACHE))).toBe(0);
  });
});

describe('cacheReads', () => {
  it('counts the reports that read from memory', async () => {
    expect(cacheReads(await look(ALL_COLUMNS))).toBe(2);
    expect(cacheReads(await look(WITHOUT_CACHE))).toBe(0);
  });
});
