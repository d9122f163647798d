import { describe, expect, it } from 'vitest';
import { fixed, lintText } from '../testing.ts';
import { chainedWithColumns } from './chained-with-columns.ts';

describe('chained-with-columns', () => {
  it('names four in a row', async () => {
    const found = await lintText(
      chainedWithColumns,
      [
        'df = (',
        '    events.withColumn("a", F.lit(1))',
        '    .withColumn("b", F.col("amount") + 1)',
        '    .withColumn("c", F.upper("kind"))',
        '    .withColumn("d", F.lit(2))',
        ')',
      ].join('\n'),
    );
    expect(found).toEqual(['2 COL-02']);
  });

  it('finds nothing where one builds on another', async () => {
    const found = await lintText(
      chainedWithColumns,
      'df = events.withColumn("a", F.lit(1)).withColumn("b", F.col("a") + 1).withColumn("c", F.col("b")).withColumn("d", F.col("c"))',
    );
    expect(found).toEqual([]);
  });

  it('finds nothing for three, nor where a column is made twice', async () => {
    const found = await lintText(
      chainedWithColumns,
      [
        'df = events.withColumn("a", F.lit(1)).withColumn("b", F.lit(1)).withColumn("c", F.lit(1))',
        'df = events.withColumn("a", F.lit(1)).withColumn("b", F.lit(1)).withColumn("a", F.lit(2)).withColumn("c", F.lit(1))',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('makes them one call', async () => {
    const given =
      'df = events.withColumn("a", F.lit(1)).withColumn("b", F.lit(2)).withColumn("c", F.lit(3)).withColumn("d", F.lit(4)).select("a")';
    expect(await fixed(chainedWithColumns, given)).toBe(
      'df = events.withColumns({"a": F.lit(1), "b": F.lit(2), "c": F.lit(3), "d": F.lit(4)}).select("a")',
    );
  });
});
