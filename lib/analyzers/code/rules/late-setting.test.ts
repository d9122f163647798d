import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { lateSetting } from './late-setting.ts';

describe('late-setting', () => {
  it('names a setting of the executors', async () => {
    const found = await lintText(lateSetting, 'spark.conf.set("spark.executor.memory", "8g")');
    expect(found).toEqual(['1 CFG-02']);
  });

  it('finds nothing for settings of queries, and for the builder', async () => {
    const found = await lintText(
      lateSetting,
      [
        'spark.conf.set("spark.sql.shuffle.partitions", "10")',
        'SparkSession.builder.config("spark.executor.memory", "8g").getOrCreate()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('leaves dicts alone', async () => {
    const found = await lintText(
      lateSetting,
      ['conf = {}', 'conf["spark.executor.memory"] = "8g"'].join('\n'),
    );
    expect(found).toEqual([]);
  });
});
