import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { repeatedLineage } from './repeated-lineage.ts';

describe('repeated-lineage', () => {
  it('names the part that two actions share', async () => {
    const found = await lintText(
      repeatedLineage,
      [
        'totals = events.groupBy("user_id").count()',
        'totals.filter("count > 10").write.parquet("out/a")',
        'totals.orderBy("count").limit(10).collect()',
      ].join('\n'),
    );
    expect(found).toEqual(['1 DRV-10']);
  });

  it('finds nothing where it is cached', async () => {
    const found = await lintText(
      repeatedLineage,
      [
        'totals = events.groupBy("user_id").count().cache()',
        'totals.filter("count > 10").write.parquet("out/a")',
        'totals.limit(10).collect()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where only a read is shared', async () => {
    const found = await lintText(
      repeatedLineage,
      [
        'events.filter("amount > 1").write.parquet("out/a")',
        'events.filter("amount > 2").write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing for small data', async () => {
    const found = await lintText(
      repeatedLineage,
      ['t = countries.groupBy("region").count()', 't.show()', 't.collect()'].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where one DataFrame object is collected twice: its shuffles are there still', async () => {
    const found = await lintText(
      repeatedLineage,
      ['totals = events.groupBy("user_id").count()', 'totals.collect()', 'totals.toPandas()'].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where only one of the two runs', async () => {
    const found = await lintText(
      repeatedLineage,
      [
        'import sys',
        'totals = events.groupBy("user_id").count()',
        'if len(sys.argv) > 1:',
        '    totals.write.parquet("out/a")',
        'else:',
        '    totals.write.csv("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});
