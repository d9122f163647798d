import { describe, expect, it } from 'vitest';
import { fixed, lintText } from '../testing.ts';
import { rddIsEmpty } from './rdd-is-empty.ts';

describe('rdd-is-empty', () => {
  it('names isEmpty() on a DataFrame’s RDD', async () => {
    const found = await lintText(rddIsEmpty, ['if events.rdd.isEmpty():', '    pass'].join('\n'));
    expect(found).toEqual(['1 DRV-07']);
  });

  it('finds nothing on other RDDs and on the DataFrame', async () => {
    const found = await lintText(
      rddIsEmpty,
      [
        'sc.parallelize([1]).isEmpty()',
        'events.isEmpty()',
        'events.rdd.map(lambda r: r.kind).isEmpty()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('asks the DataFrame', async () => {
    expect(await fixed(rddIsEmpty, 'events.filter("a > 1").rdd.isEmpty()')).toBe(
      'events.filter("a > 1").isEmpty()',
    );
  });
});
