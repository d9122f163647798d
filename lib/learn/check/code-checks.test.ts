import { describe, expect, it } from 'vitest';
import { lookInNode } from '../testing.ts';
import type { Check } from './check.ts';
import { noLonger, sameResult, stillReadable, stillReads } from './code-checks.ts';

const catalog = {
  orders: {
    format: 'parquet',
    columns: ['id', 'country', 'amount'].map((name) => ({ name, type: 'bigint' })),
    bytes: 2 ** 36,
  },
};
const START =
  'o.where(F.col("country") > 1).groupBy("country").agg(F.sum("amount").alias("sum")).write.parquet("out")';

/** The program after its first lines, which read `orders` as `o`. */
const look = (line: string) =>
  lookInNode(
    {
      program: {
        files: {
          'main.py': `from pyspark.sql import SparkSession, Window, functions as F
spark = SparkSession.builder.getOrCreate()
o = spark.read.parquet("orders")
${line}
`,
        },
        main: 'main.py',
      },
      catalog,
    },
    { queries: {} },
  );
const holds = async (check: Check, line: string) =>
  check.holds({ now: await look(line), start: await look(START) });

describe('sameResult', () => {
  it('lets every way pass that gives the same columns of the same sources', async () => {
    const other = `rows = o.filter("country > 1").select("country", "amount").repartition("country")
sums = rows.groupBy(F.col("country")).agg(F.sum(F.col("amount")).alias("sum"))
sums.write.mode("overwrite").parquet("elsewhere")`;
    expect(await holds(sameResult(), other)).toBe(true);
  });

  it('notices a column, a filter or a key that is gone', async () => {
    expect(await holds(sameResult(), START.replace('"amount"', '"id"'))).toBe(false);
    expect(await holds(sameResult(), START.replace('.where(F.col("country") > 1)', ''))).toBe(false);
    expect(await holds(sameResult(), START.replace('groupBy("country")', 'groupBy("id")'))).toBe(false);
  });

  it('does not take a program without a result for one', async () => {
    expect(await holds(sameResult(), 'pass')).toBe(false);
  });
});

describe('stillReads', () => {
  const check = stillReads('', ['orders amount', 'orders country']);

  it('wants the columns in a result or in what decides about it', async () => {
    expect(await holds(check, 'o.where("country > 1").select("amount").collect()')).toBe(true);
    expect(await holds(check, 'o.select("amount").collect()')).toBe(false);
  });
});

describe('noLonger and stillReadable', () => {
  it('go by what the rules and the reader say', async () => {
    const wide = 'o.withColumn("n", F.row_number().over(Window.orderBy("id"))).write.parquet("out")';
    expect(await holds(noLonger('window-without-partition', ''), wide)).toBe(false);
    expect(await holds(noLonger('window-without-partition', ''), START)).toBe(true);
    expect(await holds(stillReadable(), `${START}\nunknown_frame.count()`)).toBe(false);
  });
});
