"""Ordinary runs that have no problem, however hard one looks."""

from pyspark.sql import Window, functions as f
from scenario import BOTH, NO_BROADCAST, burn, done, partitions, scenario

FEW_PARTITIONS = partitions(8)


def sales(spark, rows=3_000_000, parts=8):
    return spark.range(0, rows, 1, parts).selectExpr("id", "id * 7919 % 2000 AS product", "id % 28 AS day", "id % 97 AS amount")


@scenario(versions=BOTH, conf=FEW_PARTITIONS)
def many_small_queries(spark, _):
    """A notebook of fifteen queries over one cached table."""
    table = sales(spark, 1_500_000).cache()
    for day in range(15):
        table.where(f.col("day") == day).groupBy("product").agg(f.sum("amount")).count()


@scenario(conf=FEW_PARTITIONS)
def long_aggregation(spark, _):
    """One long aggregation."""
    done(sales(spark, 9_000_000, 24).groupBy("product").agg(f.sum("amount"), f.max(burn("id", 6))))


@scenario(conf=FEW_PARTITIONS)
def cached_and_used_again(spark, _):
    """A cached result serves four queries."""
    result = sales(spark).select("product", "day", burn("id", 3).alias("h")).cache()
    for column in ("product", "day"):
        done(result.groupBy(column).agg(f.max("h")))
        done(result.groupBy(column).agg(f.countDistinct("h")))


@scenario(conf=FEW_PARTITIONS)
def window_with_partitions(spark, _):
    """A window over many even keys."""
    rows = sales(spark).withColumn("rank", f.rank().over(Window.partitionBy("product").orderBy("id")))
    done(rows.where("rank <= 1000"))


@scenario(versions=BOTH, conf=FEW_PARTITIONS)
def learning_loop(spark, _):
    """Gradient descent: fifteen passes over a cached table, each a small job."""
    points = sales(spark, 1_500_000).selectExpr("amount / 97.0 AS x", "product / 2000.0 AS y").cache()
    weight = 0.0
    for _ in range(15):
        gradient = points.select(f.avg((f.lit(weight) * f.col("x") - f.col("y")) * f.col("x"))).first()[0]
        weight -= 0.5 * gradient
    print(weight)


@scenario(conf=FEW_PARTITIONS | NO_BROADCAST)
def wide_join_of_two_large_tables(spark, _):
    """Two large tables meet."""
    left = sales(spark, 2_000_000).withColumn("text", f.expr("repeat(cast(id AS string), 4)"))
    right = spark.range(0, 2_000_000, 1, 8).selectExpr("id", "repeat(cast(id AS string), 4) AS other")
    done(left.join(right, "id").groupBy("product").agg(f.max("text"), f.max("other")))


@scenario(conf=NO_BROADCAST)
def bucketed_join(spark, folder):
    """Two bucketed tables are joined without a shuffle."""
    for name in ("a", "b"):
        sales(spark, 1_500_000).write.bucketBy(8, "id").sortBy("id").option("path", f"{folder}/{name}").saveAsTable(f"{name}_{folder.name.replace('-', '_').replace('.', '_')}")
    names = [f"{name}_{folder.name.replace('-', '_').replace('.', '_')}" for name in ("a", "b")]
    done(spark.table(names[0]).join(spark.table(names[1]), "id").select(burn("id", 2)))


@scenario(versions=BOTH, conf=FEW_PARTITIONS)
def short_run(spark, _):
    """Two seconds in all."""
    print(sales(spark, 1_000_000).groupBy("day").agg(f.sum("amount")).collect()[:2])


@scenario(master="local-cluster[2,1,1024]", conf=FEW_PARTITIONS)
def etl_on_a_cluster(spark, folder):
    """Scan, join, aggregate and write on two executors."""
    sales(spark, 2_500_000).write.parquet(f"{folder}/in")
    products = spark.range(0, 2000, 1, 1).selectExpr("id AS product", "id % 20 AS kind")
    rows = spark.read.parquet(f"{folder}/in").join(products, "product").select("kind", "day", burn("id", 4).alias("h"))
    rows.groupBy("kind", "day").agg(f.max("h")).write.parquet(f"{folder}/out")


@scenario(master="local[2]", conf=FEW_PARTITIONS)
def python_functions(spark, _):
    """Python functions over even partitions."""
    work = f.udf(lambda n: sum(i * n % 7 for i in range(12)), "long")
    done(sales(spark, 600_000, 12).select(work("id")))


@scenario(master="local[2]", conf=FEW_PARTITIONS)
def union_of_many_sources(spark, _):
    """Twelve sources of different size, one after the other."""
    parts = [spark.range(0, 300_000 + 150_000 * n, 1, 2).select(burn("id", 3).alias("h")) for n in range(12)]
    whole = parts[0]
    for part in parts[1:]:
        whole = whole.union(part)
    done(whole)


@scenario(conf=FEW_PARTITIONS)
def sample_and_show(spark, _):
    """Exploring: show, take, a sample, a description."""
    table = sales(spark, 4_000_000, 12).select("product", "day", burn("id", 4).alias("h"))
    table.show(5)
    print(table.take(3))
    done(table.sample(0.5, 1))
    table.describe("product", "day").show()
