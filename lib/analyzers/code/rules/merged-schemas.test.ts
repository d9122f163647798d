import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { mergedSchemas } from './merged-schemas.ts';

describe('merged-schemas', () => {
  it('names mergeSchema', async () => {
    const found = await lintText(
      mergedSchemas,
      [
        'spark.read.option("mergeSchema", "true").parquet("data/events").count()',
        'spark.read.parquet("data/events", mergeSchema=True).count()',
      ].join('\n'),
    );
    expect(found).toEqual(['1 SRC-02', '2 SRC-02']);
  });

  it('finds nothing without it, or with a schema', async () => {
    const found = await lintText(
      mergedSchemas,
      [
        'spark.read.option("mergeSchema", "false").parquet("data/events").count()',
        'spark.read.schema("a INT").option("mergeSchema", True).parquet("data/events").count()',
        'events.write.option("mergeSchema", True).parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});
