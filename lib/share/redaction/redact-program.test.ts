import { describe, expect, it } from 'vitest';
import { CATEGORY_IDS } from './categories.ts';
import { redactProgram } from './redact-program.ts';
import { createRedactor } from './redactor.ts';

const hideAll = (program: string) => redactProgram(program, createRedactor(CATEGORY_IDS));

describe('redactProgram', () => {
  it.each([
    [
      'spark.builder.appName("churn of ACME").getOrCreate()',
      'spark.builder.appName("[name 1]").getOrCreate()',
    ],
    ['spark.read.parquet("s3://acme/raw/")', 'spark.read.parquet("path-1")'],
    ['spark.read.parquet("data/orders")', 'spark.read.parquet("path-1")'],
    ['df.write.mode("append").save("lake/out")', 'df.write.mode("append").save("path-1")'],
    [
      'spark.createDataFrame([("DE", "Ann")], "country string, name string")',
      'spark.createDataFrame([("[literal 1]", "[literal 2]")], "country string, name string")',
    ],
    ['spark.read.csv("/data/x.csv.gz")', 'spark.read.csv("path-1.csv.gz")'],
    ['df.filter(F.col("status") == "VIP")', 'df.filter(F.col("status") == "[literal 1]")'],
    ['df.filter(df.country.isin("DE", "FR"))', 'df.filter(df.country.isin("[literal 1]", "[literal 2]"))'],
    ['df.withColumn("a", F.lit("ACME"))', 'df.withColumn("a", F.lit("[literal 1]"))'],
    ['x = 1  # ask Ann', 'x = 1  #'],
    ['.config("spark.hadoop.key", "hunter2")', '.config("spark.hadoop.key", "[value 1]")'],
    [
      `spark.sql("select a from t where b = 'ACME' -- Ann")`,
      `spark.sql("select a from t where b = '[literal 1]' ")`,
    ],
    [`df.where("amount > 100 and owner = 'Ann'")`, `df.where("amount > 100 and owner = '[literal 1]'")`],
    ['spark.sql("select * from parquet.`/data/x`")', 'spark.sql("select * from parquet.`path-1`")'],
    ['print("Dear Ann, done")', 'print("[literal 1]")'],
    ['url = "jdbc:postgresql://db:5432/crm"', 'url = "path-1"'],
  ])('hides what is telling in %s', (program, hidden) => {
    expect(hideAll(program)).toBe(hidden);
  });

  it.each([
    'orders.join(items, "order_id", "left").groupBy("status").agg(F.sum("amount"))',
    '.config("spark.sql.shuffle.partitions", "400")',
    'spark.createDataFrame(rows, "id INT, name STRING")',
    'df.write.mode("overwrite").partitionBy("day").format("delta")',
    'df["a"].cast("double")',
  ])('leaves what the plan depends on: %s', (program) => {
    expect(hideAll(program)).toBe(program);
  });

  it('keeps one path one path, so that a source is still read twice', () => {
    expect(hideAll('a = read("/x/y")\nb = read("/x/y")\nc = read("/x/z")')).toBe(
      'a = read("path-1")\nb = read("path-1")\nc = read("path-2")',
    );
  });
});
