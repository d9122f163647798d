"""What is done to the orders; no reading and no writing here."""

from pyspark.sql import DataFrame, Window, functions as F


def without_duplicates(df: DataFrame, keys: list) -> DataFrame:
    newest = Window.partitionBy(*keys).orderBy(F.col("ordered_at").desc())
    return df.withColumn("n", F.row_number().over(newest)).where("n = 1").drop("n")


def in_euro(df: DataFrame, rates: DataFrame) -> DataFrame:
    return (
        df.join(F.broadcast(rates), "currency", "left")
        .withColumn("euro", F.col("amount") * F.coalesce("rate", F.lit(1.0)))
        .drop("rate")
    )


def daily_totals(orders: DataFrame, customers: DataFrame) -> DataFrame:
    return (
        orders.join(customers, "customer_id")
        .groupBy("country", "segment")
        .agg(F.sum("euro").alias("revenue"), F.countDistinct("customer_id").alias("buyers"))
    )
