import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { unionOfFilters } from './union-of-filters.ts';

describe('union-of-filters', () => {
  it('names filters of one DataFrame that are put together again', async () => {
    const found = await lintText(
      unionOfFilters,
      [
        'a = events.filter("kind = \'buy\'")',
        'b = events.filter("amount > 5")',
        'c = events.filter("user_id = 1")',
        'a.union(b).distinct().write.parquet("out/a")',
        'a.union(b).union(c).dropDuplicates().write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual(['4 SHF-09', '5 SHF-09']);
  });

  it('finds nothing where rows are kept twice, the parts differ, or the data is small', async () => {
    const found = await lintText(
      unionOfFilters,
      [
        'a = events.filter("kind = \'buy\'")',
        'b = events.filter("amount > 5")',
        'a.union(b).write.parquet("out/a")',
        'a.select("kind").union(b.select("kind")).distinct().write.parquet("out/b")',
        'a.union(b.withColumn("amount", F.lit(0.0))).distinct().write.parquet("out/c")',
        'users.filter("code = 1").select("country").union(countries.select("country")).distinct().write.parquet("out/d")',
        'countries.filter("region = 1").union(countries.filter("country = 2")).distinct().write.parquet("out/e")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});
