import { describe, expect, it } from 'vitest';
import { find, lintText } from '../testing.ts';
import { windowWithoutPartition } from './window-without-partition.ts';

describe('window-without-partition', () => {
  it('names a window over all rows', async () => {
    const found = await lintText(
      windowWithoutPartition,
      [
        'w = Window.orderBy("ts")',
        'events.withColumn("n", F.row_number().over(w)).write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual(['2 SHF-16']);
  });

  it('finds nothing with keys', async () => {
    const found = await lintText(
      windowWithoutPartition,
      [
        'w = Window.partitionBy("user_id").orderBy("ts")',
        'events.withColumn("n", F.row_number().over(w)).write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing for small data or a limit', async () => {
    const found = await lintText(
      windowWithoutPartition,
      [
        'w = Window.orderBy("country")',
        'countries.withColumn("n", F.row_number().over(w)).write.parquet("out/a")',
        'events.limit(10).withColumn("n", F.row_number().over(Window.orderBy("ts"))).write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where nobody reads the column', async () => {
    const found = await lintText(
      windowWithoutPartition,
      [
        'w = Window.orderBy("ts")',
        'events.withColumn("n", F.row_number().over(w)).select("kind").write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('takes the ranking of totals less seriously', async () => {
    const text =
      'events.groupBy("kind").count().withColumn("n", F.rank().over(Window.orderBy("count"))).write.parquet("a")';
    expect((await find([windowWithoutPartition], text))[0]?.severity).toBe('low');
  });
});
