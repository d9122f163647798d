import { describe, expect, it } from 'vitest';
import { fixed, lintText } from '../testing.ts';
import { collectForFewRows } from './collect-for-few-rows.ts';

describe('collect-for-few-rows', () => {
  it('names the first row and the first n rows of a whole result', async () => {
    const found = await lintText(
      collectForFewRows,
      ['top = events.orderBy("ts").collect()[0]', 'ten = events.select("kind").collect()[:10]'].join('\n'),
    );
    expect(found).toEqual(['1 DRV-11', '2 DRV-11']);
  });

  it('asks for just these rows', async () => {
    expect(await fixed(collectForFewRows, 'x = events.orderBy("ts").collect()[0]["kind"]')).toBe(
      'x = events.orderBy("ts").take(1)[0]["kind"]',
    );
    expect(await fixed(collectForFewRows, 'x = events.collect()[:10]')).toBe('x = events.take(10)');
    expect(await fixed(collectForFewRows, 'x = events.collect()[2]')).toBe('x = events.take(3)[2]');
  });

  it('finds nothing where there is one row, a limit, or small data', async () => {
    const found = await lintText(
      collectForFewRows,
      [
        'a = events.agg(F.max("ts")).collect()[0][0]',
        'b = events.limit(5).collect()[0]',
        'c = countries.collect()[0]',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing for the last row, for rows that are kept, and for lists', async () => {
    const found = await lintText(
      collectForFewRows,
      [
        'a = events.collect()[-1]',
        'rows = events.collect()',
        'print(rows[0], len(rows))',
        'c = [1, 2][0]',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing for rows of the program, and of what nobody knows', async () => {
    const found = await lintText(
      collectForFewRows,
      [
        'a = spark.createDataFrame([(1, 2)], ["a", "b"]).collect()[0]',
        'from pyspark.mllib.regression import LassoModel',
        'b = LassoModel.load(sc, "m").predict(sc.parallelize([[1.0]])).collect()[0]',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});
