import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { severalDistinctCounts } from './several-distinct-counts.ts';

describe('several-distinct-counts', () => {
  it('names distinct counts of two columns', async () => {
    const found = await lintText(
      severalDistinctCounts,
      'events.groupBy("kind").agg(F.countDistinct("user_id"), F.countDistinct("ts")).write.parquet("out/a")',
    );
    expect(found).toEqual(['1 SHF-14']);
  });

  it('finds nothing for one column, or estimates', async () => {
    const found = await lintText(
      severalDistinctCounts,
      [
        'events.groupBy("kind").agg(F.countDistinct("user_id"), F.count("ts")).write.parquet("out/a")',
        'events.agg(F.approx_count_distinct("user_id"), F.approx_count_distinct("ts")).collect()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing for small data', async () => {
    const found = await lintText(
      severalDistinctCounts,
      'countries.agg(F.countDistinct("country"), F.countDistinct("region")).collect()',
    );
    expect(found).toEqual([]);
  });
});
