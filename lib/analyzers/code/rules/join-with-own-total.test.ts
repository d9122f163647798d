import { describe, expect, it } from 'vitest';
import { find, lintText } from '../testing.ts';
import { joinWithOwnTotal } from './join-with-own-total.ts';

describe('join-with-own-total', () => {
  it('names a join with a group-by of the same rows', async () => {
    const found = await lintText(
      joinWithOwnTotal,
      [
        'total = events.groupBy("user_id").agg(F.sum("amount").alias("total"))',
        'events.join(total, "user_id").write.parquet("out/a")',
        'big = events.filter("amount > 5")',
        'big.join(big.groupBy("user_id").count(), "user_id", "left").write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual(['2 JON-09', '4 JON-09']);
  });

  it('finds nothing where the rows, the keys or the frames differ', async () => {
    const found = await lintText(
      joinWithOwnTotal,
      [
        'total = events.groupBy("user_id").count()',
        'events.filter("amount > 5").join(total, "user_id").write.parquet("out/a")',
        'users.join(total, "user_id").write.parquet("out/b")',
        'both = events.groupBy("user_id", "kind").count()',
        'events.join(both, "user_id").write.parquet("out/c")',
        'events.withColumn("user_id", F.col("user_id") % 10).join(total, "user_id").write.parquet("out/d")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where the totals are broadcast, or the data is small', async () => {
    const found = await lintText(
      joinWithOwnTotal,
      [
        'total = events.groupBy("kind").count()',
        'events.join(F.broadcast(total), "kind").write.parquet("out/a")',
        'countries.join(countries.groupBy("region").count(), "region").write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('is less certain where no size is known', async () => {
    const [found] = await find(
      [joinWithOwnTotal],
      'other = spark.read.parquet("other")\nother.join(other.groupBy("k").count(), "k").write.parquet("out/a")',
    );
    expect(found).toMatchObject({ severity: 'low', confidence: 'medium' });
  });
});
