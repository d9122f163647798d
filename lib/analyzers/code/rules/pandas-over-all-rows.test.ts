import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { pandasOverAllRows } from './pandas-over-all-rows.ts';

const MEDIAN = ['@F.pandas_udf("double")', 'def median(v: pd.Series) -> float:', '    return v.median()'];

describe('pandas-over-all-rows', () => {
  it('names applyInPandas() and an aggregate of pandas without keys', async () => {
    const found = await lintText(
      pandasOverAllRows,
      [
        'import pandas as pd',
        ...MEDIAN,
        'events.groupBy().applyInPandas(lambda f: f, events.schema).write.parquet("out/a")',
        'events.agg(median("amount")).write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual(['5 UDF-08', '6 UDF-08']);
  });

  it('finds nothing with keys, for built-in aggregates, and for few rows', async () => {
    const found = await lintText(
      pandasOverAllRows,
      [
        'import pandas as pd',
        ...MEDIAN,
        'events.groupBy("kind").applyInPandas(lambda f: f, events.schema).write.parquet("out/a")',
        'events.groupBy("kind").agg(median("amount")).write.parquet("out/b")',
        'events.agg(F.sum("amount")).write.parquet("out/c")',
        'countries.groupBy().applyInPandas(lambda f: f, countries.schema).write.parquet("out/d")',
        'events.limit(100).groupBy().applyInPandas(lambda f: f, events.schema).write.parquet("out/e")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});
