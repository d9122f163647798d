import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { cacheNeverRead } from './cache-never-read.ts';

describe('cache-never-read', () => {
  it('names a cache whose DataFrame nobody uses afterwards', async () => {
    const found = await lintText(
      cacheNeverRead,
      [
        'df = events.filter("amount > 1")',
        'df.select("kind").cache()',
        'df.groupBy("kind").count().collect()',
        'df.write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual(['2 CCH-03']);
  });

  it('finds nothing where a later DataFrame is built on it', async () => {
    const found = await lintText(
      cacheNeverRead,
      [
        'df = events.filter("amount > 1").cache()',
        'df = df.filter("kind = 1")',
        'df.count()',
        'df.write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where a view is made of it', async () => {
    const found = await lintText(
      cacheNeverRead,
      ['df = events.filter("amount > 1").cache()', 'df.createOrReplaceTempView("v")', 'users.count()'].join(
        '\n',
      ),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where no action follows', async () => {
    const found = await lintText(cacheNeverRead, 'events.filter("amount > 1").cache()');
    expect(found).toEqual([]);
  });
});
