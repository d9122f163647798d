"""Task skew and stragglers, and runs that look like them."""

import gzip
import time

from pyspark.sql import Window, functions as f
from scenario import NO_AQE, NO_BROADCAST, burn, done, partitions, scenario

HOT = "CASE WHEN id % 10 < 6 THEN 0 ELSE id % 5000 END AS k"


@scenario("task-skew", conf=NO_AQE | partitions(16))
def skew_group_hot_key(spark, _):
    """collect_list by a hot key, without AQE."""
    rows = spark.range(0, 4_000_000, 1, 8).selectExpr(HOT, "id AS v")
    hashed = "sha2(sha2(sha2(sha2(sha2(cast(x AS string), 512), 512), 512), 512), 512)"
    done(rows.groupBy("k").agg(f.expr(f"array_max(transform(collect_list(v), x -> {hashed}))")))


@scenario("task-skew", versions=("3.5", "4.3"))
def skew_rdd_group_by_key(spark, _):
    """RDD groupByKey with a hot key: hardly any records, but bytes."""
    pairs = spark.sparkContext.parallelize(range(600_000), 8).map(lambda n: (0 if n % 10 < 6 else n % 997, n))
    print(pairs.groupByKey(12).mapValues(lambda values: sum(v * v % 7 for _ in range(60) for v in values)).count())


@scenario("task-skew", conf=partitions(12))
def skew_sort(spark, _):
    """A global sort of a column of which most values are equal: range partitions cannot divide them."""
    rows = spark.range(0, 3_000_000, 1, 8).selectExpr(HOT, "id AS v").orderBy("k")
    done(rows.select(burn("v", 4)))


@scenario("task-skew", conf=partitions(24) | {"spark.sql.adaptive.advisoryPartitionSizeInBytes": "2m"})
def skew_window(spark, _):
    """A window over a hot key, with AQE, which does not split windows."""
    rows = spark.range(0, 7_000_000, 1, 8).selectExpr(HOT, "id AS v")
    done(rows.select("k", f.sum("v").over(Window.partitionBy("k").orderBy("v"))))


@scenario("task-skew", versions=("3.5", "4.3"))
def skew_gzip_input(spark, folder):
    """One large gzip file beside many small ones: it cannot be split."""
    (folder / "in").mkdir()
    for part in range(12):
        lines = 900_000 if part == 7 else 40_000
        with gzip.open(folder / f"in/part-{part}.csv.gz", "wt", compresslevel=1) as file:
            file.writelines(f"{n},{n * 7919 % 100_003},name {n % 77}\n" for n in range(lines))
    conf = {"spark.sql.files.openCostInBytes": "0", "spark.sql.files.maxPartitionBytes": "200000"}
    for name, value in conf.items():
        spark.conf.set(name, value)
    rows = spark.read.schema("a LONG, b LONG, c STRING").csv(f"{folder}/in")
    done(rows.select(burn("a", 3)))


@scenario("task-skew", conf=NO_BROADCAST | partitions(16) | {"spark.sql.adaptive.coalescePartitions.enabled": "false"})
def skew_null_outer_join(spark, _):
    """A left outer join in which most keys are NULL, all of them in one partition."""
    left = spark.range(0, 2_000_000, 1, 8).selectExpr("CASE WHEN id % 10 < 6 THEN NULL ELSE id % 400000 END AS k", "id AS v")
    right = spark.range(0, 400_000, 1, 4).selectExpr("id AS k", "repeat(cast(id AS string), 10) AS name")
    done(left.join(right, "k", "left").select(burn("v", 4), "name"))


@scenario("task-skew")
def skew_repartition_by_country(spark, _):
    """repartition by a column of uneven values before user code."""
    rows = spark.range(0, 1_500_000, 1, 8).selectExpr("CASE WHEN id % 10 < 7 THEN 'US' ELSE concat('C', id % 40) END AS country", "id AS v")

    def checksum(part):
        return [sum(row.v * row.v % 7 for row in part)]

    print(rows.repartition(12, "country").rdd.mapPartitions(checksum).sum())


@scenario("task-skew", versions=("4.3",))
def skew_parquet_input(spark, folder):
    """One large Parquet file of a single row group beside small ones: Spark 4.3 counts few bytes for them."""
    spark.conf.set("parquet.block.size", str(1 << 30))
    for name, rows in [("big", 3_000_000)] + [(f"small{n}", 60_000) for n in range(14)]:
        spark.range(0, rows, 1, 1).selectExpr("id", "id % 977 AS v").write.parquet(f"{folder}/in/{name}")
    spark.conf.set("spark.sql.files.openCostInBytes", "0")
    spark.conf.set("spark.sql.files.maxPartitionBytes", "300000")
    done(spark.read.parquet(f"{folder}/in/*").select(burn("id", 4)))


FEW_AND_LARGE = {
    "spark.sql.adaptive.advisoryPartitionSizeInBytes": "6m",
    "spark.sql.adaptive.coalescePartitions.parallelismFirst": "false",
}


@scenario("task-skew", conf=FEW_AND_LARGE)
def skew_three_tasks_after_aqe(spark, _):
    """AQE joins the small partitions, so that only a few tasks remain beside the hot one."""
    rows = spark.range(0, 5_000_000, 1, 8).selectExpr("CASE WHEN id % 10 < 8 THEN 0 ELSE id % 5000 END AS k", "id AS v")
    done(rows.select("k", f.sum("v").over(Window.partitionBy("k").orderBy("v"))))


@scenario("task-skew", conf=NO_AQE | partitions(32))
def skew_two_hot_keys(spark, _):
    """Two hot keys in two tasks of 32."""
    key = "CASE WHEN id % 10 < 3 THEN 1 WHEN id % 10 < 6 THEN 2 ELSE id % 5000 END AS k"
    rows = spark.range(0, 9_000_000, 1, 8).selectExpr(key, "id AS v")
    done(rows.select("k", f.sum("v").over(Window.partitionBy("k").orderBy("v"))))


def sleepers(spark, parts, seconds):
    """Every partition takes its own time: seconds(index)."""

    def work(index, part):
        time.sleep(seconds(index))
        return part

    return spark.sparkContext.parallelize(range(parts * 10), parts).mapPartitionsWithIndex(work)


@scenario("straggler", never=["task-skew"], versions=("3.5", "4.3"))
def straggler_sleep(spark, _):
    """One task of 40 sleeps; it starts first and ends last."""
    print(sleepers(spark, 40, lambda index: 9 if index == 1 else 0.3).count())


@scenario("straggler", never=["task-skew", "slow-executor"], master="local-cluster[2,1,1024]")
def straggler_in_a_cluster(spark, _):
    """The same over two executors."""
    print(sleepers(spark, 24, lambda index: 7 if index == 11 else 0.3).count())


@scenario("straggler", never=["task-skew"])
def stragglers_two_at_once(spark, _):
    """Two tasks of 40 hang at the same time."""
    print(sleepers(spark, 40, lambda index: 6 if index in (38, 39) else 0.25).count())


@scenario("straggler", never=["task-skew"])
def straggler_one_slow_row(spark, folder):
    """One row of a table takes long in a Python function; every task reads the same amount."""
    spark.range(0, 400_000, 1, 10).selectExpr("id", "id % 7 AS v").write.parquet(f"{folder}/in")

    @f.udf("long")
    def slow_for_one(n):
        if n == 333_333:
            time.sleep(8)
        return n

    spark.conf.set("spark.sql.files.openCostInBytes", "0")
    spark.conf.set("spark.sql.files.maxPartitionBytes", "200000")
    done(spark.read.parquet(f"{folder}/in").select(slow_for_one("id")))


@scenario("straggler", never=["task-skew"])
def straggler_after_shuffle(spark, _):
    """A slow task in the second stage, behind an even shuffle."""

    def work(index, part):
        rows = list(part)
        time.sleep(6 if index == 5 else 0.2)
        return rows

    pairs = spark.sparkContext.parallelize(range(60_000), 8).map(lambda n: (n % 600, n))
    print(pairs.partitionBy(24).mapPartitionsWithIndex(work).count())


@scenario(never=["straggler", "task-skew"], versions=("3.5", "4.3"))
def long_task_in_the_middle(spark, _):
    """One task takes ten times as long, but the others are still at work when it ends: nothing waits for it."""
    print(sleepers(spark, 60, lambda index: 3 if index == 4 else 0.4).count())


@scenario(never=["straggler", "task-skew"])
def even_spread_of_durations(spark, _):
    """Tasks take from 0.1 to 1.2 s, evenly."""
    print(sleepers(spark, 48, lambda index: 0.1 + 1.1 * (index * 29 % 48) / 48).count())


@scenario(never=["task-skew", "straggler"])
def first_tasks_are_slow(spark, _):
    """The first task of each slot takes longer, because classes and Python workers have to start."""
    rows = spark.range(0, 600_000, 1, 24)
    done(rows.select(f.udf(lambda n: n * 2 % 7, "long")("id"), burn("id", 2)))
