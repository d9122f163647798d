import { describe, expect, it } from 'vitest';
import { find, lintText } from '../testing.ts';
import { unboundedCollect } from './unbounded-collect.ts';

describe('unbounded-collect', () => {
  it('names a collect() of everything', async () => {
    const found = await lintText(unboundedCollect, 'rows = events.collect()');
    expect(found).toEqual(['1 DRV-01']);
  });

  it('names it after a filter and a sort as well', async () => {
    const found = await lintText(unboundedCollect, 'events.filter("amount > 3").orderBy("ts").collect()');
    expect(found).toEqual(['1 DRV-01']);
  });

  it('finds nothing where a limit or an aggregate bounds the rows', async () => {
    const found = await lintText(
      unboundedCollect,
      [
        'events.limit(10).collect()',
        'events.groupBy("kind").count().orderBy("kind").collect()',
        'users.select("country").distinct().collect()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where the source is small', async () => {
    const found = await lintText(
      unboundedCollect,
      ['countries.collect()', 'spark.range(10).collect()'].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('leaves methods of that name alone that are no DataFrame’s', async () => {
    const found = await lintText(
      unboundedCollect,
      [
        'class Jar:',
        '    def collect(self):',
        '        return [1]',
        'Jar().collect()',
        'sc.parallelize([1, 2]).collect()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('is less sure of a source whose size nobody told', async () => {
    const [found] = await find([unboundedCollect], 'spark.read.parquet("elsewhere").collect()');
    expect([found?.severity, found?.confidence]).toEqual(['medium', 'medium']);
  });
});
