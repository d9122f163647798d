import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { collapsedStage } from './collapsed-stage.ts';

describe('collapsed-stage', () => {
  it('names a Python function and a join that a few tasks are left to do', async () => {
    const found = await lintText(
      collapsedStage,
      [
        'f = F.udf(lambda x: hash(x), "bigint")',
        'events.withColumn("h", f("user_id")).coalesce(4).write.parquet("out/a")',
        'events.join(users, "user_id").coalesce(8).write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual(['2 SHF-05', '3 SHF-05']);
  });

  it('finds nothing where a shuffle is between, the work is light, or nearly all tasks stay', async () => {
    const found = await lintText(
      collapsedStage,
      [
        'events.join(users, "user_id").groupBy("country").count().coalesce(4).write.parquet("out/a")',
        'events.filter("amount > 5").coalesce(4).write.parquet("out/b")',
        'events.join(users, "user_id").coalesce(100).write.parquet("out/c")',
        'events.join(users, "user_id").repartition(8).write.parquet("out/d")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing for small data', async () => {
    const found = await lintText(
      collapsedStage,
      [
        'f = F.udf(lambda x: hash(x), "bigint")',
        'countries.repartition(40).withColumn("h", f("region")).coalesce(2).write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});
