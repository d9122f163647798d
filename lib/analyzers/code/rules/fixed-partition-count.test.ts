import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { fixedPartitionCount } from './fixed-partition-count.ts';

describe('fixed-partition-count', () => {
  it('names a number beside the keys', async () => {
    const found = await lintText(
      fixedPartitionCount,
      'events.repartition(400, "user_id").sortWithinPartitions("ts").write.parquet("out/a")',
    );
    expect(found).toEqual(['1 SHF-23']);
  });

  it('finds nothing for keys alone, for a number alone, for small data, and without adaptive execution', async () => {
    const found = await lintText(
      fixedPartitionCount,
      [
        'events.repartition("user_id").write.parquet("out/a")',
        'events.repartition(400).write.parquet("out/b")',
        'countries.repartition(4, "region").write.parquet("out/c")',
        'spark.conf.set("spark.sql.adaptive.enabled", "false")',
        'events.repartition(400, "user_id").write.parquet("out/d")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});
