import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { windowOrder } from './window-order.ts';

describe('window-order', () => {
  it('names a window by fewer keys that comes second', async () => {
    const found = await lintText(
      windowOrder,
      [
        'a = Window.partitionBy("user_id", "kind").orderBy("ts")',
        'b = Window.partitionBy("user_id").orderBy("amount")',
        'df = events.withColumn("n", F.row_number().over(a))',
        'df.withColumn("m", F.max("n").over(b)).write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual(['4 SHF-17']);
  });

  it('finds nothing the other way round', async () => {
    const found = await lintText(
      windowOrder,
      [
        'a = Window.partitionBy("user_id", "kind").orderBy("ts")',
        'b = Window.partitionBy("user_id").orderBy("amount")',
        'df = events.withColumn("m", F.max("amount").over(b))',
        'df.withColumn("n", F.row_number().over(a)).write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing for keys that have nothing in common', async () => {
    const found = await lintText(
      windowOrder,
      [
        'a = Window.partitionBy("kind").orderBy("ts")',
        'b = Window.partitionBy("user_id").orderBy("ts")',
        'events.withColumn("n", F.row_number().over(a)).withColumn("m", F.row_number().over(b)).write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});
