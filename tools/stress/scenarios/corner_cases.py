"""Corner cases: many hot tasks, chains of joins, executors that come and go, plans that AQE gives up."""

import time

from pyspark.sql import Window, functions as f
from scenario import BOTH, NO_BROADCAST, burn, done, partitions, scenario

from .joins import dimension, facts, points

DYNAMIC = {
    "spark.dynamicAllocation.enabled": "true",
    "spark.dynamicAllocation.shuffleTracking.enabled": "true",
    "spark.dynamicAllocation.minExecutors": "1",
    "spark.dynamicAllocation.maxExecutors": "3",
    "spark.dynamicAllocation.executorIdleTimeout": "2s",
    "spark.dynamicAllocation.schedulerBacklogTimeout": "1s",
    "spark.dynamicAllocation.shuffleTracking.timeout": "2s",
}


@scenario("task-skew", master="local[8]", conf=partitions(12) | {"spark.sql.adaptive.coalescePartitions.enabled": "false"})
def skew_a_third_of_the_tasks(spark, _):
    """Four of twelve tasks are hot, on eight slots: the quartile is hot, too."""
    key = "CASE WHEN id % 10 < 8 THEN (id % 4) * 3 ELSE id % 5000 END AS k"
    rows = spark.range(0, 5_000_000, 1, 8).selectExpr(key, "id AS v")
    done(rows.select("k", f.sum("v").over(Window.partitionBy("k").orderBy("v"))))


@scenario("missed-broadcast", conf=NO_BROADCAST | partitions(8))
def small_table_in_a_chain_of_joins(spark, _):
    """Two large tables and a small one are joined on the same key: no exchange between the joins."""
    other = spark.range(0, 400_000, 1, 8).selectExpr("id % 20000 AS k", "repeat(cast(id AS string), 3) AS other")
    large = facts(spark, 300_000).join(other.dropDuplicates(["k"]), "k")
    done(large.join(dimension(spark, 500), "k"))


@scenario("cartesian-join")
def left_outer_range_join(spark, _):
    """A left outer join by a range."""
    periods = points(spark, 3_000).selectExpr("x AS start", "x + 5 AS stop", "v AS period")
    done(points(spark, 500_000).join(periods, f.expr("x BETWEEN start AND stop"), "left"))


@scenario(never=["executor-lost", "idle-cores", "few-partitions"], master="local-cluster[3,1,1024]", conf=DYNAMIC, versions=BOTH)
def dynamic_allocation(spark, _):
    """One executor is there for a stage of one task, more come for many tasks, and go again when they are idle."""
    context = spark.sparkContext
    print(context.parallelize(range(2), 1).map(lambda n: time.sleep(3) or n).sum())
    print(context.parallelize(range(48), 48).map(lambda n: time.sleep(0.5) or n).sum())
    time.sleep(5)
    print(context.parallelize(range(2), 1).map(lambda n: time.sleep(3) or n).sum())


@scenario(never=["straggler", "task-skew"], master="local-cluster[2,1,1024]", versions=BOTH)
def short_stage_on_a_cold_cluster(spark, _):
    """Six tasks, of which the first on each executor has to start Python."""
    print(spark.sparkContext.parallelize(range(6), 6).map(lambda n: time.sleep(0.4) or n).sum())
    done(spark.range(0, 3_000_000, 1, 8).select(burn("id", 4)))


@scenario(never=["job-failed", "task-failures"], versions=BOTH, conf=NO_BROADCAST | partitions(4))
def aqe_drops_a_side(spark, _):
    """One side of a join turns out to be empty while the other still computes: AQE cancels that stage."""
    slow = f.udf(lambda n: time.sleep(0.004) or n, "long")
    long_side = spark.range(0, 12_000, 1, 8).select(slow("id").alias("k"))
    empty = spark.range(0, 100, 1, 1).where(f.rand(7) > 2).selectExpr("id AS k", "id AS v")
    print(long_side.join(empty, "k").groupBy("v").count().collect())
    done(spark.range(0, 3_000_000, 1, 8).select(burn("id", 4)))


@scenario(never=["idle-cores", "few-partitions", "single-partition-stage"])
def broadcast_and_single_steps(spark, _):
    """Many queries whose last step is one small task: totals, top ten, counts."""
    table = facts(spark, 1_500_000).select("k", "v", burn("v", 2).alias("h")).cache()
    for modulo in range(3, 9):
        print(table.where(f.col("v") % modulo == 1).agg(f.max("h"), f.countDistinct("k")).collect())
        print(table.orderBy(f.desc("h")).limit(10).collect()[0]["k"])
