import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { unorderedFirst } from './unordered-first.ts';

describe('unordered-first', () => {
  it('names first() in an aggregate and in a window without order', async () => {
    const found = await lintText(
      unorderedFirst,
      [
        'events.groupBy("user_id").agg(F.first("kind")).write.parquet("out/a")',
        'w = Window.partitionBy("user_id")',
        'events.withColumn("k", F.last("kind").over(w)).write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual(['1 DET-01', '3 DET-01']);
  });

  it('finds nothing in an ordered window, or for a key', async () => {
    const found = await lintText(
      unorderedFirst,
      [
        'w = Window.partitionBy("user_id").orderBy("ts")',
        'events.withColumn("k", F.first("kind").over(w)).write.parquet("out/a")',
        'events.groupBy("user_id").agg(F.first("user_id")).write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing for the action, for dropDuplicates() and for pivots', async () => {
    const found = await lintText(
      unorderedFirst,
      [
        'events.first()',
        'events.dropDuplicates(["kind"]).write.parquet("out/a")',
        'events.groupBy("user_id").pivot("kind", ["a"]).agg(F.first("amount")).write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});
