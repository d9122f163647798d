"""Joins that should have been broadcast, that cannot be, and joins without an equality."""

from pyspark.sql import functions as f
from scenario import NO_AQE, NO_BROADCAST, burn, done, partitions, scenario

SHUFFLED = NO_BROADCAST | partitions(8)


def facts(spark, rows=2_500_000):
    return spark.range(0, rows, 1, 8).selectExpr("id % 20000 AS k", "id AS v", "repeat(cast(id AS string), 5) AS text")


def dimension(spark, rows=5_000):
    return spark.range(0, rows, 1, 2).selectExpr("id AS k", "concat('name ', id) AS name")


@scenario("missed-broadcast", conf=partitions(8))
def merge_hint(spark, _):
    """The query asks for a sort-merge join of a small dimension."""
    done(facts(spark).join(dimension(spark).hint("SHUFFLE_MERGE"), "k"))


@scenario("missed-broadcast", conf=SHUFFLED, versions=("3.5", "4.3"))
def threshold_off(spark, _):
    """Broadcasting is switched off."""
    done(facts(spark).join(dimension(spark), "k"))


@scenario("missed-broadcast", conf=SHUFFLED)
def left_outer_small_right(spark, _):
    """A left outer join may broadcast its right side."""
    done(facts(spark).join(dimension(spark), "k", "left"))


@scenario("missed-broadcast", conf=SHUFFLED)
def right_outer_small_left(spark, _):
    """A right outer join may broadcast its left side."""
    done(dimension(spark).join(facts(spark), "k", "right"))


@scenario("missed-broadcast", conf=SHUFFLED)
def anti_small_right(spark, _):
    """A left anti join may broadcast its right side."""
    done(facts(spark).join(dimension(spark), "k", "left_anti"))


@scenario("missed-broadcast", conf=NO_AQE | partitions(8))
def small_after_aggregation(spark, _):
    """A side that is small only after its aggregation; Spark's estimate does not know."""
    totals = facts(spark, 1_500_000).groupBy((f.col("k") % 500).alias("k")).agg(f.sum("v").alias("total"))
    done(facts(spark, 1_800_000).join(totals, "k"))


@scenario("missed-broadcast", conf=SHUFFLED | {"spark.sql.join.preferSortMergeJoin": "false"})
def shuffled_hash_join(spark, _):
    """The same as a shuffled hash join."""
    done(facts(spark).join(dimension(spark).hint("SHUFFLE_HASH"), "k"))


@scenario(never=["missed-broadcast"], conf=SHUFFLED)
def left_outer_small_left(spark, _):
    """The small side of a left outer join is the left one: it must not be broadcast."""
    done(dimension(spark).join(facts(spark), "k", "left"))


@scenario(never=["missed-broadcast"], conf=SHUFFLED)
def right_outer_small_right(spark, _):
    """The small side of a right outer join is the right one: it must not be broadcast."""
    done(facts(spark).join(dimension(spark), "k", "right"))


@scenario(never=["missed-broadcast"], conf=SHUFFLED)
def full_outer(spark, _):
    """A full outer join cannot broadcast either side."""
    done(facts(spark).join(dimension(spark), "k", "full"))


@scenario(never=["missed-broadcast"], conf=SHUFFLED | {"spark.sql.adaptive.coalescePartitions.enabled": "false"}, versions=("3.5", "4.3"))
def two_large_sides(spark, _):
    """Both sides are large: a shuffle is what it takes."""
    other = spark.range(0, 1_500_000, 1, 8).selectExpr("id AS k", "repeat(cast(id AS string), 5) AS other")
    done(facts(spark, 2_000_000).withColumn("k", f.col("v") % 1_500_000).join(other, "k"))


@scenario(never=["missed-broadcast"], conf=partitions(8))
def broadcast_by_aqe(spark, _):
    """AQE finds out that a side is small, and broadcasts it."""
    totals = facts(spark, 1_500_000).groupBy((f.col("k") % 500).alias("k")).agg(f.sum("v").alias("total"))
    done(facts(spark, 1_800_000).join(totals, "k"))


def points(spark, rows, parts=4):
    return spark.range(0, rows, 1, parts).selectExpr("id * 7919 % 100003 AS x", "id AS v")


@scenario("cartesian-join", conf=NO_BROADCAST)
def cross_join(spark, _):
    """An explicit cross join: CartesianProduct."""
    left, right = points(spark, 9_000), points(spark, 9_000).toDF("y", "w")
    done(left.crossJoin(right).where("(x * w) % 1013 = 7"))


@scenario("cartesian-join", versions=("3.5", "4.3"))
def range_join(spark, _):
    """Events between the start and the end of a period."""
    periods = points(spark, 3_000).selectExpr("x AS start", "x + 5 AS stop", "v AS period")
    done(points(spark, 500_000).join(periods, f.expr("x BETWEEN start AND stop")))


@scenario("cartesian-join")
def or_condition(spark, _):
    """Two equalities joined by OR are no equality."""
    other = points(spark, 4_000).toDF("a", "b")
    done(points(spark, 400_000).join(other, f.expr("x = a OR v = b")))


@scenario("cartesian-join")
def inequality_self_join(spark, _):
    """Every pair of rows of a table of which one is larger."""
    rows = points(spark, 40_000)
    done(rows.join(rows.toDF("y", "w"), f.expr("x < y AND (x + y) % 10007 = 0")))


@scenario(never=["cartesian-join"], versions=("3.5", "4.3"))
def cross_join_with_one_row(spark, _):
    """A total joined to every row, to compute shares."""
    rows = points(spark, 3_000_000, 8)
    total = rows.agg(f.sum("x").alias("total"))
    done(rows.crossJoin(total).select(f.col("x") / f.col("total"), burn("v", 3)))


@scenario(never=["cartesian-join"])
def small_cross_join(spark, _):
    """A calendar: 400 days for 50 shops."""
    calendar = spark.range(400).crossJoin(spark.range(50).toDF("shop"))
    done(calendar.join(points(spark, 3_000_000, 8), f.expr("id * 50 + shop = x")).select(burn("v", 4)))
