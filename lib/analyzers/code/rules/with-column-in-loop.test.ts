import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { withColumnInLoop } from './with-column-in-loop.ts';

describe('with-column-in-loop', () => {
  it('names withColumn() on its own result in a loop', async () => {
    const found = await lintText(
      withColumnInLoop,
      [
        'df = events',
        'for name in ["a", "b", "c", "d", "e"]:',
        '    df = df.withColumn(name, F.lit(1))',
        'df.write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual(['3 COL-01']);
  });

  it('names it in a reduce', async () => {
    const found = await lintText(
      withColumnInLoop,
      [
        'from functools import reduce',
        'df = reduce(lambda d, n: d.withColumn(n, F.lit(1)), ["a", "b", "c", "d"], events)',
      ].join('\n'),
    );
    expect(found).toEqual(['2 COL-01']);
  });

  it('names it where the turns are not known', async () => {
    const found = await lintText(
      withColumnInLoop,
      ['import sys', 'df = events', 'for name in sys.argv:', '    df = df.withColumn(name, F.lit(1))'].join(
        '\n',
      ),
    );
    expect(found).toEqual(['4 COL-01']);
  });

  it('finds nothing for a few turns', async () => {
    const found = await lintText(
      withColumnInLoop,
      ['df = events', 'for name in ["a", "b"]:', '    df = df.withColumn(name, F.lit(1))'].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where each turn starts anew', async () => {
    const found = await lintText(
      withColumnInLoop,
      [
        'for name in ["a", "b", "c", "d", "e"]:',
        '    events.withColumn(name, F.lit(1)).write.parquet(f"out/{name}")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});
