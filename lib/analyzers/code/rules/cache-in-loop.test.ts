import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { cacheInLoop } from './cache-in-loop.ts';

describe('cache-in-loop', () => {
  it('names a cache that no turn gives back', async () => {
    const found = await lintText(
      cacheInLoop,
      [
        'for day in range(10):',
        '    df = events.filter(F.dayofmonth("ts") == day).cache()',
        '    df.count()',
        '    df.write.parquet(f"out/{day}")',
      ].join('\n'),
    );
    expect(found).toEqual(['2 CCH-02']);
  });

  it('finds nothing where the turn gives it back', async () => {
    const found = await lintText(
      cacheInLoop,
      [
        'for day in range(10):',
        '    df = events.filter(F.dayofmonth("ts") == day).cache()',
        '    df.write.parquet(f"out/{day}")',
        '    df.unpersist()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing for a few turns and outside of loops', async () => {
    const found = await lintText(
      cacheInLoop,
      [
        'for day in range(2):',
        '    events.filter(F.dayofmonth("ts") == day).cache().count()',
        'users.cache().count()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});
