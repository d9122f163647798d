import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { repartitionBeforeWrite } from './repartition-before-write.ts';

describe('repartition-before-write', () => {
  it('names a repartition() between a shuffle and a write', async () => {
    const found = await lintText(
      repartitionBeforeWrite,
      [
        'events.groupBy("user_id").count().repartition(10).write.parquet("out/a")',
        'events.join(users, "user_id").select("kind").repartition(50).write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual(['1 SHF-06', '2 SHF-06']);
  });

  it('finds nothing where it is the only shuffle, has keys, or no write follows', async () => {
    const found = await lintText(
      repartitionBeforeWrite,
      [
        'events.repartition(10).write.parquet("out/a")',
        'events.groupBy("user_id", "kind").count().repartition("kind").write.partitionBy("kind").parquet("out/b")',
        'events.groupBy("user_id").count().repartition(10).toPandas()',
        'events.groupBy("user_id").count().repartition(1).write.parquet("out/c")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});
