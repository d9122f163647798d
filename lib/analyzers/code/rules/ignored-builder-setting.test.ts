import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { ignoredBuilderSetting } from './ignored-builder-setting.ts';

describe('ignored-builder-setting', () => {
  it('names memory for a second session', async () => {
    const found = await lintText(
      ignoredBuilderSetting,
      'other = SparkSession.builder.config("spark.executor.memory", "8g").getOrCreate()',
    );
    expect(found).toEqual(['1 CFG-01']);
  });

  it('names it after a SparkContext, which has started Spark', async () => {
    const found = await lintText(
      ignoredBuilderSetting,
      [
        'from pyspark import SparkContext',
        'from pyspark.sql import SparkSession',
        'sc = SparkContext("local", "app")',
        'spark = SparkSession.builder.config("spark.driver.memory", "8g").getOrCreate()',
      ].join('\n'),
      { prelude: false },
    );
    expect(found).toEqual(['4 CFG-01']);
  });

  it('finds nothing for settings of queries, for the first session, and after stop()', async () => {
    const found = await lintText(
      ignoredBuilderSetting,
      [
        'from pyspark.sql import SparkSession',
        'spark = SparkSession.builder.config("spark.executor.memory", "8g").getOrCreate()',
        'same = SparkSession.builder.config("spark.executor.memory", "8g").getOrCreate()',
        'query = SparkSession.builder.config("spark.sql.shuffle.partitions", "8").getOrCreate()',
        'spark.stop()',
        'spark = SparkSession.builder.config("spark.executor.memory", "4g").getOrCreate()',
      ].join('\n'),
      { prelude: false },
    );
    expect(found).toEqual([]);
  });

  it('finds nothing in functions that somebody else may call first', async () => {
    const found = await lintText(
      ignoredBuilderSetting,
      [
        'def start():',
        '    return SparkSession.builder.config("spark.executor.memory", "8g").getOrCreate()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});
