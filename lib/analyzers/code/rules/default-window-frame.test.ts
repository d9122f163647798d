import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { defaultWindowFrame } from './default-window-frame.ts';

describe('default-window-frame', () => {
  it('names a running total without a frame', async () => {
    const found = await lintText(
      defaultWindowFrame,
      [
        'w = Window.partitionBy("user_id").orderBy("ts")',
        'events.withColumn("s", F.sum("amount").over(w)).write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual(['2 DET-02']);
  });

  it('finds nothing with a frame, or without an order', async () => {
    const found = await lintText(
      defaultWindowFrame,
      [
        'w = Window.partitionBy("user_id").orderBy("ts").rowsBetween(Window.unboundedPreceding, Window.currentRow)',
        'events.withColumn("s", F.sum("amount").over(w)).write.parquet("out/a")',
        'events.withColumn("s", F.sum("amount").over(Window.partitionBy("user_id"))).write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing for ranks, and where no two rows are equal in order', async () => {
    const found = await lintText(
      defaultWindowFrame,
      [
        'w = Window.partitionBy("user_id").orderBy("ts")',
        'events.withColumn("n", F.row_number().over(w)).withColumn("p", F.lag("amount").over(w)).write.parquet("out/a")',
        'daily = events.groupBy("user_id", "ts").agg(F.sum("amount").alias("a"))',
        'daily.withColumn("s", F.sum("a").over(w)).write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});
