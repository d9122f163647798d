import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { toPandasWithoutArrow } from './to-pandas-without-arrow.ts';

describe('to-pandas-without-arrow', () => {
  it('names a toPandas() without the setting', async () => {
    const found = await lintText(toPandasWithoutArrow, 'events.toPandas()');
    expect(found).toEqual(['1 DRV-03']);
  });

  it('finds nothing where the program sets it', async () => {
    const found = await lintText(
      toPandasWithoutArrow,
      ['spark.conf.set("spark.sql.execution.arrow.pyspark.enabled", "true")', 'events.toPandas()'].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing for a few rows', async () => {
    const found = await lintText(
      toPandasWithoutArrow,
      ['events.limit(5).toPandas()', 'countries.toPandas()'].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('knows that newer versions have it on', async () => {
    expect(await lintText(toPandasWithoutArrow, 'events.toPandas()', { spark: '4.2' })).toEqual([]);
    expect(await lintText(toPandasWithoutArrow, 'events.toPandas()', { spark: '4.0' })).toEqual(['1 DRV-03']);
  });
});
