"""Spill and garbage collection."""

from pyspark.sql import Window, functions as f
from scenario import LITTLE_MEMORY, NO_AQE, burn, done, partitions, scenario


def wide(spark, rows, parts=8):
    return spark.range(0, rows, 1, parts).selectExpr("id * 7919 % 1000003 AS k", "id AS v", "repeat(cast(id AS string), 6) AS text")


@scenario("spill", conf=LITTLE_MEMORY | partitions(4))
def spill_sort(spark, _):
    """A global sort with little execution memory."""
    done(wide(spark, 4_000_000).orderBy("k"))


@scenario("spill", conf=LITTLE_MEMORY | partitions(4))
def spill_window(spark, _):
    """A window whose sort does not fit."""
    rows = wide(spark, 2_000_000).withColumn("k", f.col("k") % 400)
    done(rows.select(f.row_number().over(Window.partitionBy("k").orderBy("text")), "text"))


@scenario("spill", conf=LITTLE_MEMORY | NO_AQE | partitions(4))
def spill_collect_list(spark, _):
    """collect_list by many keys: the object hash aggregation falls back to sorting."""
    done(wide(spark, 1_500_000).groupBy("k").agg(f.collect_list("text")))


@scenario("spill", conf={"spark.python.worker.memory": "24m"})
def spill_python_sort_by_key(spark, _):
    """RDD sortByKey: Python's own sorter spills."""
    pairs = spark.sparkContext.parallelize(range(700_000), 6).map(lambda n: (n * 7919 % 1_000_003, str(n) * 40))
    print(pairs.sortByKey(numPartitions=3).map(lambda pair: len(pair[1])).sum())


@scenario(never=["spill"], conf=LITTLE_MEMORY | partitions(4))
def spill_that_does_not_matter(spark, _):
    """A short sort spills a little in a run that is busy with something else."""
    done(wide(spark, 450_000).orderBy("k"))
    done(spark.range(0, 9_000_000, 1, 16).select(burn("id", 8)))


@scenario("gc-pressure", heap="512m", versions=("3.5", "4.3"))
def gc_collected_objects(spark, _):
    """Rows collected into the JVM of a local run fill most of a small heap while stages work."""
    kept = wide(spark, 1_220_000)._jdf.collectAsList()
    rows = wide(spark, 4_500_000, 9)
    done(rows.groupBy(f.col("k") % 1000).agg(f.collect_list("text"), f.collect_list("v")))
    print(kept.size())


@scenario("gc-pressure", heap="640m", conf=NO_AQE | partitions(4))
def gc_large_collections(spark, _):
    """Aggregations that hold millions of strings at once."""
    done(wide(spark, 3_000_000).groupBy(f.col("k") % 12).agg(f.collect_set("text"), f.collect_set("v")))


@scenario(never=["gc-pressure", "spill"])
def memory_that_fits(spark, _):
    """Caches a table that fits, and uses it three times."""
    rows = wide(spark, 700_000).cache()
    for modulo in (10, 100, 1000):
        done(rows.groupBy(f.col("k") % modulo).agg(f.sum("v"), f.max(burn("v", 3))))
