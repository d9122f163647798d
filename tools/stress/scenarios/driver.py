"""Time without tasks: idle slots, work on the driver, and streaming queries, whose pauses are meant."""

import time

from pyspark.sql import functions as f
from scenario import burn, done, scenario


@scenario("idle-cores", master="local[8]")
def idle_two_of_eight(spark, _):
    """Two long tasks on eight slots."""
    print(spark.sparkContext.parallelize(range(2), 2).map(lambda n: time.sleep(8) or n).sum())


@scenario("idle-cores", master="local-cluster[3,1,1024]")
def idle_executors(spark, _):
    """Three executors, of which one works, job after job."""
    for _ in range(3):
        print(spark.sparkContext.parallelize(range(2), 1).map(lambda n: time.sleep(2) or n).sum())


@scenario("driver-gap", "idle-cores", versions=("3.5", "4.3"))
def gap_sleep(spark, _):
    """The driver waits for something else between two jobs."""
    done(spark.range(0, 4_000_000, 1, 8).select(burn("id", 4)))
    time.sleep(7)
    done(spark.range(0, 4_000_000, 1, 8).select(burn("id", 4)))


@scenario("driver-gap")
def gap_pandas_on_the_driver(spark, _):
    """toPandas, then a loop over its rows on the driver."""
    rows = spark.range(0, 300_000, 1, 4).select("id", (f.col("id") % 7).alias("v")).toPandas()
    total = 0
    for _, row in rows.iterrows():
        total += row["id"] * row["v"] % 13
    print(total, spark.range(0, 1_000_000, 1, 4).where(f.col("id") % 7 == total % 7).count())


@scenario("driver-gap")
def gap_after_the_last_job(spark, _):
    """Post-processing on the driver after the last job."""
    done(spark.range(0, 6_000_000, 1, 8).select(burn("id", 5)))
    time.sleep(6)


@scenario("driver-gap")
def gap_many_small_jobs(spark, _):
    """Fifty small jobs, one after the other, each after a third of a second of work on the driver."""
    for turn in range(50):
        spark.sparkContext.parallelize(range(100), 2).map(lambda n: n * turn).sum()
        time.sleep(0.35)


@scenario(never=["driver-gap", "idle-cores"])
def short_pauses(spark, _):
    """Pauses of half a second between long jobs."""
    for _ in range(4):
        done(spark.range(0, 4_000_000, 1, 8).select(burn("id", 5)))
        time.sleep(0.5)


@scenario(never=["driver-gap", "idle-cores", "few-partitions"], versions=("3.5", "4.3"))
def streaming_with_pauses(spark, folder):
    """A streaming query with a trigger of three seconds and little to do."""
    rates = spark.readStream.format("rate").option("rowsPerSecond", 50).load()
    counts = rates.groupBy((f.col("value") % 5).alias("k")).count()
    query = (
        counts.writeStream.outputMode("complete")
        .format("noop")
        .option("checkpointLocation", f"{folder}/checkpoint")
        .trigger(processingTime="3 seconds")
        .start()
    )
    query.awaitTermination(16)
    query.stop()
