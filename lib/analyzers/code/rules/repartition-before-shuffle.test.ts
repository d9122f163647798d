import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { repartitionBeforeShuffle } from './repartition-before-shuffle.ts';

describe('repartition-before-shuffle', () => {
  it('names one that a group-by shuffles again', async () => {
    const found = await lintText(
      repartitionBeforeShuffle,
      'events.repartition(50).groupBy("kind").count().collect()',
    );
    expect(found).toEqual(['1 SHF-01']);
  });

  it('names one before a join and one before a window', async () => {
    const found = await lintText(
      repartitionBeforeShuffle,
      [
        'events.repartition(50).join(users, "user_id").write.parquet("out/a")',
        'w = Window.partitionBy("user_id").orderBy("ts")',
        'events.repartition("kind").withColumn("n", F.row_number().over(w)).write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual(['1 SHF-01', '3 SHF-01']);
  });

  it('finds nothing where the partitions serve', async () => {
    const found = await lintText(
      repartitionBeforeShuffle,
      [
        'events.repartition(50, "kind").groupBy("kind").count().collect()',
        'events.repartition(50).write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where slow work stands between', async () => {
    const found = await lintText(
      repartitionBeforeShuffle,
      [
        '@F.udf("double")',
        'def slow(x):',
        '    return x',
        '',
        'events.repartition(50).withColumn("s", slow("amount")).groupBy("kind").sum("s").collect()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where another action needs it', async () => {
    const found = await lintText(
      repartitionBeforeShuffle,
      [
        'df = events.repartition(50)',
        'df.write.parquet("out/a")',
        'df.groupBy("kind").count().collect()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('leaves RDDs alone', async () => {
    const found = await lintText(
      repartitionBeforeShuffle,
      'sc.parallelize([(1, 2)]).repartition(5).reduceByKey(lambda a, b: a + b).collect()',
    );
    expect(found).toEqual([]);
  });
});
