import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { cacheReadOnce } from './cache-read-once.ts';

describe('cache-read-once', () => {
  it('names a cache that one action reads', async () => {
    const found = await lintText(
      cacheReadOnce,
      ['df = events.filter("amount > 1").cache()', 'df.write.parquet("out/a")'].join('\n'),
    );
    expect(found).toEqual(['1 CCH-01']);
  });

  it('finds nothing where two actions read it', async () => {
    const found = await lintText(
      cacheReadOnce,
      ['df = events.filter("amount > 1").cache()', 'df.count()', 'df.write.parquet("out/a")'].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where one action reads it twice', async () => {
    const found = await lintText(
      cacheReadOnce,
      [
        'df = events.groupBy("user_id").count().cache()',
        'df.join(df.groupBy("count").count(), "count").write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where it is used out of sight', async () => {
    const found = await lintText(
      cacheReadOnce,
      [
        'from elsewhere import report',
        'df = events.filter("amount > 1").persist()',
        'report(df)',
        'df.write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('leaves other caches alone', async () => {
    const found = await lintText(
      cacheReadOnce,
      [
        'class Store:',
        '    def cache(self):',
        '        return self',
        'Store().cache()',
        'sc.parallelize([1]).cache().collect()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});
