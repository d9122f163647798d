import { describe, expect, it } from 'vitest';
import { columns, interpret, plan } from '../testing.ts';

describe('calls on Spark', () => {
  it('knows names from any way of importing them', () => {
    const run = interpret(`
import pyspark.sql.functions as fn
from pyspark.sql.functions import col as c, sum as total
from pyspark.sql.types import *
import pyspark
pyspark.sql.SparkSession.builder.appName("x").config("spark.sql.shuffle.partitions", 7).getOrCreate()
orders.groupBy(c("status")).agg(total("amount").alias("t"), fn.max(orders.amount)).select("*", c("t").cast(IntegerType()).alias("i")).collect()
`);
    expect(columns(run)).toEqual(['status string', 't double', 'max(amount) double', 'i int']);
    expect(run.steps[0]?.conf).toEqual({ 'spark.sql.shuffle.partitions': '7' });
  });

  it('tells methods of DataFrames from those of texts and lists', () => {
    const run = interpret('", ".join(["a"])\n[1].count(1)\n"x".count("x")\n{"a": 1}.items()\norders.count()');
    expect(run.actions).toEqual(['5 count']);
    expect(run.program.operations.filter(({ name }) => name.line > 5).map(({ method }) => method)).toEqual([
      'count',
    ]);
  });

  it('puts operations where the name of the method stands', () => {
    const run = interpret('x = (orders\n  .filter(F.col("amount") > 1)\n  .count())');
    const last = run.program.operations.at(-1)!;
    expect(last.name).toMatchObject({ line: 7, column: 3 });
    expect(run.program.operations.map(({ method }) => method)).toEqual(
      ['getOrCreate', 'parquet', 'parquet', 'filter', 'count'].slice(1),
    );
  });

  it('lets the program set what was given from outside, from then on', () => {
    const run = interpret(
      'orders.count()\nspark.conf.set("spark.sql.adaptive.enabled", False)\norders.count()\nspark.sql("SET spark.sql.shuffle.partitions = 3")\norders.count()',
      {
        conf: { 'spark.sql.adaptive.enabled': 'true' },
      },
    );
    expect(run.steps.map(({ conf }) => conf)).toEqual([
      { 'spark.sql.adaptive.enabled': 'true' },
      { 'spark.sql.adaptive.enabled': 'false' },
      { 'spark.sql.adaptive.enabled': 'false', 'spark.sql.shuffle.partitions': '3' },
    ]);
  });

  it('reads cached plans from memory, whichever DataFrame they come from, until they are dropped', () => {
    const run = interpret(`
def big(): return spark.read.parquet("data/orders").filter(F.col("amount") > 5)
a = big().cache()
big().groupBy("status").count().collect()
a.unpersist()
big().count()
`);
    expect(plan(run, 0)).toBe('Aggregate(InMemoryRelation)');
    expect(plan(run, 1)).toBe('Filter(orders)');
  });

  it('knows what the program wrote when it reads it again', () => {
    const run = interpret(
      'orders.select("status", "amount").write.partitionBy("status").parquet("out/x")\nspark.read.parquet("out/x/").collect()',
    );
    expect(columns(run, 1)).toEqual(['amount double', 'status string']);
  });

  it('keeps temp views and the functions registered for SQL', () => {
    const run = interpret(`
orders.createOrReplaceTempView("o")
spark.udf.register("twice", lambda x: x * 2, "double")
t = "o"
spark.sql(f"SELECT status, twice(amount) AS d FROM {t} WHERE amount > :least", args={"least": 3}).collect()
spark.table("o").count()
spark.sql("SELECT * FROM {df}", df=customers).collect()
`);
    expect(columns(run, 0)).toEqual(['status string', 'd double']);
    expect(run.notes).toEqual([]);
    expect(columns(run, 2)).toEqual(['customer_id bigint', 'country string']);
  });

  it('runs jobs for schemas, pivots and the first row of an RDD', () => {
    const run = interpret(`
spark.read.csv("data/x.csv", header=True)
spark.read.schema("a int").csv("data/x.csv")
orders.groupBy("status").pivot("customer_id").count()
orders.groupBy("status").pivot("customer_id", [1, 2]).count()
spark.sparkContext.textFile("data/x").map(lambda l: (l, 1)).toDF(["line", "n"]).collect()
`);
    expect(run.eager).toEqual(['2 csv', '4 pivot', '6 createDataFrame']);
    expect(columns(run)).toEqual(['line string', 'n bigint']);
  });

  it('tells where RDDs shuffle and where they need not', () => {
    const run = interpret(`
sc = spark.sparkContext
pairs = sc.parallelize(range(100), 4).map(lambda i: (i % 3, i)).partitionBy(8)
pairs.reduceByKey(lambda a, b: a + b).count()
pairs.map(lambda kv: kv).reduceByKey(lambda a, b: a + b, 8).count()
pairs.join(pairs).count()
`);
    const kinds = run.steps.map(({ on }) => (on.kind === 'rdd' ? on.rdd.kind : ''));
    expect(kinds[0]).toBe('narrow');
    expect(kinds[1]).toBe('shuffle');
  });

  it('infers rows of the driver', () => {
    const run = interpret(`
from pyspark.sql import Row
import datetime
spark.createDataFrame([(1, None), (2, "b")], ["id", "name"]).collect()
spark.createDataFrame([Row(a=1.5, d=datetime.date(2024, 1, 2))]).collect()
spark.createDataFrame([{"x": [1], "y": True}]).collect()
`);
    expect(columns(run, 0)).toEqual(['id bigint', 'name string']);
    expect(columns(run, 1)).toEqual(['a double', 'd date']);
    expect(columns(run, 2)).toEqual(['x array', 'y boolean']);
  });

  it('shows what a stream does to a batch', () => {
    const run = interpret(`
def save(batch, n):
    batch.dropDuplicates(["value"]).write.mode("append").parquet("out/s")
spark.readStream.format("rate").load().writeStream.foreachBatch(save).start().awaitTermination()
`);
    expect(run.actions).toEqual(['3 parquet?']);
    expect(run.notes).toEqual(['4: a streaming query']);
  });

  it('keeps models and pandas-on-Spark opaque', () => {
    const run = interpret(`
from pyspark.ml.feature import VectorAssembler
from pyspark.ml import Pipeline
from pyspark.ml.classification import LogisticRegression
va = VectorAssembler(inputCols=["amount"], outputCol="features")
va.transform(orders).select("features", "status").collect()
Pipeline(stages=[va.setOutputCol("v"), LogisticRegression()]).fit(orders).transform(orders).select("v", "prediction").count()
orders.pandas_api().groupby("status").sum()
`);
    expect(run.actions).toEqual(['6 collect', '7 count']);
    expect(run.notes).toEqual(['7: Pipeline.fit', '8: pandas-on-Spark']);
  });
});
