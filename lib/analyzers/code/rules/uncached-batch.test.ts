import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { uncachedBatch } from './uncached-batch.ts';

describe('uncached-batch', () => {
  it('names two writes of one batch', async () => {
    const found = await lintText(
      uncachedBatch,
      [
        's = spark.readStream.format("rate").load()',
        'def batch(df, n):',
        '    df.write.parquet("out/a")',
        '    df.groupBy("value").count().write.parquet("out/b")',
        '',
        's.writeStream.foreachBatch(batch).start()',
      ].join('\n'),
    );
    expect(found).toEqual(['3 STR-03']);
  });

  it('finds nothing with a cache, or one action', async () => {
    const found = await lintText(
      uncachedBatch,
      [
        's = spark.readStream.format("rate").load()',
        'def batch(df, n):',
        '    df.persist()',
        '    df.write.parquet("out/a")',
        '    df.write.csv("out/b")',
        '    df.unpersist()',
        '',
        'def one(df, n):',
        '    df.write.parquet("out/c")',
        '',
        's.writeStream.foreachBatch(batch).start()',
        's.writeStream.foreachBatch(one).start()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});
