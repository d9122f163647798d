import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { overwrittenSource } from './overwritten-source.ts';

describe('overwritten-source', () => {
  it('names an overwrite of its own source', async () => {
    const found = await lintText(
      overwrittenSource,
      [
        'events.filter("amount > 1").write.mode("overwrite").parquet("data/events")',
        'events.write.parquet("data/events/", mode="overwrite")',
      ].join('\n'),
    );
    expect(found).toEqual(['1 SRC-07', '2 SRC-07']);
  });

  it('finds nothing for other paths, and for append', async () => {
    const found = await lintText(
      overwrittenSource,
      [
        'events.write.mode("overwrite").parquet("out/a")',
        'events.write.mode("append").parquet("data/events")',
        'users.write.mode("overwrite").parquet("data/events")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing for formats with versions', async () => {
    const found = await lintText(
      overwrittenSource,
      [
        't = spark.read.format("delta").load("data/t")',
        't.write.format("delta").mode("overwrite").save("data/t")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});
