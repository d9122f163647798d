import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { jdbcInOneTask } from './jdbc-in-one-task.ts';

describe('jdbc-in-one-task', () => {
  it('names reads without parts', async () => {
    const found = await lintText(
      jdbcInOneTask,
      [
        'spark.read.jdbc("jdbc:x", "orders").count()',
        'spark.read.format("jdbc").option("url", "jdbc:x").option("dbtable", "orders").load().count()',
      ].join('\n'),
    );
    expect(found).toEqual(['1 SRC-03', '2 SRC-03']);
  });

  it('finds nothing with parts', async () => {
    const found = await lintText(
      jdbcInOneTask,
      [
        'spark.read.jdbc("jdbc:x", "orders", column="id", lowerBound=1, upperBound=9, numPartitions=4).count()',
        'spark.read.format("jdbc").option("dbtable", "o").option("partitionColumn", "id").option("numPartitions", 4).load().count()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where the database sums up, nor for other formats', async () => {
    const found = await lintText(
      jdbcInOneTask,
      [
        'spark.read.format("jdbc").option("query", "select max(id) from o").load().count()',
        'spark.read.format("parquet").load("data/events").count()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});
