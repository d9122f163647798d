"""Too many tasks, too few, and a single one."""

import gzip
import time

from pyspark.sql import Window, functions as f
from scenario import NO_AQE, burn, done, partitions, scenario


@scenario("tiny-tasks", versions=("3.5", "4.3"), known={"tiny-tasks": "1,500 Python tasks of one number each"})
def tiny_parallelize(spark, _):
    """A list of 1,500 elements in 1,500 partitions."""
    print(spark.sparkContext.parallelize(range(1500), 1500).map(lambda n: n * n).sum())


@scenario("tiny-tasks", versions=("3.5", "4.3"))
def tiny_range(spark, _):
    """30,000 numbers in 3,000 partitions, without Python."""
    done(spark.range(0, 30_000, 1, 3000).select(burn("id", 1)))


@scenario("tiny-tasks", versions=("3.5", "4.3"))
def tiny_after_filter(spark, _):
    """A filter leaves one row in 100,000, but the 1,600 partitions stay."""
    few = spark.range(0, 4_000_000, 1, 1600).where("id % 100000 = 7")
    done(few.repartition(1600, "id").select(burn("id", 1)))


@scenario("tiny-tasks")
def tiny_repartition(spark, _):
    """repartition(1500) of a small table."""
    done(spark.range(0, 60_000, 1, 8).repartition(1500).select(burn("id", 1)))


@scenario("tiny-tasks", conf=NO_AQE | partitions(2000))
def tiny_shuffle_partitions(spark, _):
    """2,000 shuffle partitions for 20,000 groups, without AQE."""
    done(spark.range(0, 400_000, 1, 8).groupBy(f.col("id") % 20_000).count())


@scenario(never=["tiny-tasks"])
def many_useful_tasks(spark, _):
    """400 tasks of some 100 ms each, all of it computing."""
    done(spark.range(0, 12_000_000, 1, 400).select(burn("id", 3)))


@scenario("few-partitions")
def few_coalesce_before_udf(spark, folder):
    """coalesce(1) in front of a slow Python function, to get one file."""
    slow = f.udf(lambda n: sum(i * n % 7 for i in range(60)), "long")
    spark.range(0, 700_000, 1, 8).coalesce(1).select(slow("id").alias("v")).write.parquet(f"{folder}/out")


@scenario("few-partitions", master="local[8]")
def few_repartition_two_of_eight(spark, _):
    """repartition(2) on eight slots."""
    done(spark.range(0, 5_000_000, 1, 8).repartition(2).select(burn("id", 6)))


@scenario("few-partitions", versions=("3.5", "4.3"))
def few_single_gzip(spark, folder):
    """One gzip file on four slots."""
    with gzip.open(folder / "in.csv.gz", "wt", compresslevel=1) as file:
        file.writelines(f"{n},{n * 7919 % 100_003},name {n % 77}\n" for n in range(1_800_000))
    done(spark.read.schema("a LONG, b LONG, c STRING").csv(f"{folder}/in.csv.gz").select(burn("a", 3), burn("b", 3)))


@scenario(never=["few-partitions"])
def few_partitions_for_a_small_result(spark, folder):
    """The result is small and written as one file, after a long parallel stage."""
    rows = spark.range(0, 10_000_000, 1, 16).select((f.col("id") % 100).alias("k"), burn("id", 6).alias("h"))
    rows.groupBy("k").agg(f.max("h")).coalesce(1).write.csv(f"{folder}/out")


@scenario(never=["few-partitions"], master="local[4]")
def few_partitions_side_by_side(spark, _):
    """Two jobs of two tasks each run at the same time and share the four slots."""
    import threading

    def job():
        spark.sparkContext.parallelize(range(4), 2).map(lambda n: time.sleep(5)).count()

    threads = [threading.Thread(target=job) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@scenario("single-partition-stage", versions=("3.5", "4.3"))
def single_row_number(spark, _):
    """row_number without PARTITION BY."""
    rows = spark.range(0, 2_500_000, 1, 8).selectExpr("id", "id * 7919 % 1000003 AS v")
    done(rows.select(f.row_number().over(Window.orderBy("v")), "id"))


@scenario("single-partition-stage")
def single_percentile(spark, _):
    """An exact percentile of everything: few records, but each holds all values of a task."""
    rows = spark.range(0, 5_000_000, 1, 8).selectExpr("cast(id * 7919 % 3000017 AS double) AS v")
    print(rows.agg(f.expr("percentile(v, array(0.1, 0.5, 0.9))")).collect())


@scenario("single-partition-stage")
def single_collect_set(spark, _):
    """collect_set of everything."""
    rows = spark.range(0, 2_000_000, 1, 8).selectExpr("cast(id % 900000 AS string) AS v")
    print(rows.agg(f.size(f.collect_set("v"))).collect())


@scenario("single-partition-stage")
def single_limit_in_the_middle(spark, _):
    """A large limit in the middle of a query brings all rows into one task."""
    rows = spark.range(0, 4_000_000, 1, 8).select((f.col("id") % 100).alias("k"), burn("id", 1).alias("h"))
    done(rows.limit(3_000_000).groupBy("k").agg(f.max(burn("h", 3))))


@scenario("few-partitions", never=["task-skew"])
def sort_then_coalesce_one(spark, folder):
    """orderBy, then coalesce(1) for one sorted file: one task sorts everything."""
    rows = spark.range(0, 2_500_000, 1, 8).selectExpr("id * 7919 % 1000003 AS v", "repeat(cast(id AS string), 4) AS t")
    rows.orderBy("v").coalesce(1).write.csv(f"{folder}/out")


@scenario(never=["single-partition-stage"])
def global_count_distinct(spark, _):
    """countDistinct over everything: Spark divides the work, only the last count is in one task."""
    rows = spark.range(0, 6_000_000, 1, 8).select((f.col("id") % 1_500_000).alias("v"))
    print(rows.agg(f.countDistinct("v"), f.sum("v")).collect())
