import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { repartitionByGroupKey } from './repartition-by-group-key.ts';

describe('repartition-by-group-key', () => {
  it('names a repartition for one group-by', async () => {
    const found = await lintText(
      repartitionByGroupKey,
      'events.repartition("user_id").groupBy("user_id").count().write.parquet("out/a")',
    );
    expect(found).toEqual(['1 SHF-02']);
  });

  it('finds nothing where it serves two', async () => {
    const found = await lintText(
      repartitionByGroupKey,
      [
        'p = events.repartition("user_id")',
        'a = p.groupBy("user_id").count()',
        'w = Window.partitionBy("user_id").orderBy("ts")',
        'p.withColumn("n", F.row_number().over(w)).groupBy("user_id").max("n").write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where the keys differ', async () => {
    const found = await lintText(
      repartitionByGroupKey,
      'events.repartition("kind").groupBy("user_id").count().write.parquet("out/a")',
    );
    expect(found).toEqual([]);
  });
});
