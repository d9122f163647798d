import { describe, expect, it } from 'vitest';
import { UserError } from '#lib/base/assert.ts';
import { parseDuration, parseStreamQuery } from './streaming-query.ts';

describe('parseStreamQuery', () => {
  it('reads windows, their slide and names, and steps behind each other', () => {
    const steps = parseStreamQuery(
      'groupBy(window(ts, 10 s, 5 s) as w, k).count() then groupBy(window(w, 1 minute)).count()',
    );
    expect(steps).toEqual([
      {
        kind: 'aggregate',
        keys: [
          { kind: 'window', on: 'ts', name: 'w', window: { lengthMs: 10_000, slideMs: 5000, startMs: 0 } },
          { kind: 'column', name: 'k' },
        ],
      },
      {
        kind: 'aggregate',
        keys: [
          {
            kind: 'window',
            on: 'w',
            name: 'window',
            window: { lengthMs: 60_000, slideMs: 60_000, startMs: 0 },
          },
        ],
      },
    ]);
  });

  it('reads duplicates and filters', () => {
    expect(parseStreamQuery('dropDuplicates([k, ts])')).toEqual([
      { kind: 'deduplicate', columns: ['k', 'ts'], withinWatermark: false },
    ]);
    expect(parseStreamQuery("where(k != 'a')")).toEqual([
      { kind: 'filter', column: 'k', equals: 'a', negated: true },
    ]);
  });

  it('reads a filter as SQL or as PySpark writes it', () => {
    const keepsA = [{ kind: 'filter', column: 'k', equals: 'a', negated: false }];
    for (const text of ["where(k = 'a')", "filter(col('k') == 'a')", "where k = 'a'", 'where("k = \'a\'")'])
      expect(parseStreamQuery(text)).toEqual(keepsA);
  });

  it('says what it understands when it does not', () => {
    expect(() => parseStreamQuery('groupBy(session_window(ts, 5 s)).count()')).toThrow(
      /is not known. These are:/,
    );
    expect(() => parseStreamQuery('groupBy(window(ts, 10 s, 0 s)).count()')).toThrow(UserError);
    expect(() => parseStreamQuery('groupBy(window(ts, 100 days, 1 ms)).count()')).toThrow(UserError);
  });
});

describe('parseDuration', () => {
  it.each([
    ['10 seconds', 10_000],
    ['1 s', 1000],
    ['1.5 minutes', 90_000],
    ['250 ms', 250],
    ['2 hours', 7_200_000],
    ['soon', undefined],
    ['10 constructors', undefined],
  ])('reads %s', (text, ms) => expect(parseDuration(text)).toBe(ms));
});
