import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { udfInFilter } from './udf-in-filter.ts';

describe('udf-in-filter', () => {
  it('names a function in a filter', async () => {
    const found = await lintText(
      udfInFilter,
      [
        '@F.udf("boolean")',
        'def good(a):',
        '    return a is not None',
        '',
        'events.filter(good("kind")).write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual(['5 UDF-03']);
  });

  it('finds nothing for built-ins, and for columns', async () => {
    const found = await lintText(
      udfInFilter,
      [
        '@F.udf("boolean")',
        'def good(a):',
        '    return a is not None',
        '',
        'events.filter(F.upper("kind") == "A").withColumn("g", good("kind")).write.parquet("out/a")',
        'list(filter(lambda x: x, [1]))',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing for small data', async () => {
    const found = await lintText(
      udfInFilter,
      [
        'good = F.udf(lambda a: a is not None, "boolean")',
        'countries.filter(good("country")).write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});
