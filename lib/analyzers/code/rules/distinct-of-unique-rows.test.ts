import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { distinctOfUniqueRows } from './distinct-of-unique-rows.ts';

describe('distinct-of-unique-rows', () => {
  it('names dropDuplicates() by the keys of a group-by', async () => {
    const found = await lintText(
      distinctOfUniqueRows,
      'events.groupBy("user_id").agg(F.sum("amount").alias("s")).dropDuplicates(["user_id"]).write.parquet("out/a")',
    );
    expect(found).toEqual(['1 SHF-08']);
  });

  it('finds nothing where other columns decide', async () => {
    const found = await lintText(
      distinctOfUniqueRows,
      'events.groupBy("user_id", "kind").count().dropDuplicates(["kind"]).write.parquet("out/a")',
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where Spark drops it by itself', async () => {
    const found = await lintText(
      distinctOfUniqueRows,
      'events.groupBy("user_id").count().select("user_id").distinct().write.parquet("out/a")',
    );
    expect(found).toEqual([]);
  });
});
