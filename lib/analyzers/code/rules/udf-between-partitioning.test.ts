import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { udfBetweenPartitioning } from './udf-between-partitioning.ts';

describe('udf-between-partitioning', () => {
  it('names a function between repartition and group-by', async () => {
    const found = await lintText(
      udfBetweenPartitioning,
      [
        '@F.udf("double")',
        'def f(x):',
        '    return x * 2',
        '',
        'p = events.repartition("user_id")',
        'p.withColumn("d", f("amount")).groupBy("user_id").sum("d").write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual(['5 SHF-20']);
  });

  it('finds nothing where the keys differ, or a built-in does it', async () => {
    const found = await lintText(
      udfBetweenPartitioning,
      [
        '@F.udf("double")',
        'def f(x):',
        '    return x * 2',
        '',
        'events.repartition("kind").withColumn("d", f("amount")).groupBy("user_id").sum("d").write.parquet("out/a")',
        'events.repartition("user_id").withColumn("d", F.col("amount") * 2).groupBy("user_id").sum("d").write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});
