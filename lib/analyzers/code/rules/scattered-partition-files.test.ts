import { describe, expect, it } from 'vitest';
import { find, lintText } from '../testing.ts';
import { scatteredPartitionFiles } from './scattered-partition-files.ts';

describe('scattered-partition-files', () => {
  it('names rows as they are read, and rows shuffled by something else', async () => {
    const found = await lintText(
      scatteredPartitionFiles,
      [
        'events.write.partitionBy("kind").parquet("out/a")',
        'events.join(users, "user_id").write.partitionBy("country").parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual(['1 SHF-07', '2 SHF-07']);
  });

  it('finds nothing where the rows lie by the columns, or by one of them', async () => {
    const found = await lintText(
      scatteredPartitionFiles,
      [
        'events.repartition("kind").write.partitionBy("kind").parquet("out/a")',
        'events.repartition("kind", F.floor(F.rand() * 4)).write.partitionBy("kind").parquet("out/b")',
        'events.orderBy("kind", "ts").write.partitionBy("kind").parquet("out/c")',
        'events.groupBy("kind", "user_id").count().write.partitionBy("kind").parquet("out/d")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing for small data, few tasks, other formats, and writes without partitions', async () => {
    const found = await lintText(
      scatteredPartitionFiles,
      [
        'countries.write.partitionBy("region").parquet("out/a")',
        'events.coalesce(2).write.partitionBy("kind").parquet("out/b")',
        'events.write.format("delta").partitionBy("kind").save("out/c")',
        'events.write.parquet("out/d")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('is less certain where no size is known', async () => {
    const [found] = await find(
      [scatteredPartitionFiles],
      'spark.read.parquet("other").join(users, "user_id").write.partitionBy("country").parquet("out/a")',
      { conf: { 'spark.sql.autoBroadcastJoinThreshold': '-1' } },
    );
    expect(found).toMatchObject({ severity: 'low', confidence: 'low' });
  });
});
