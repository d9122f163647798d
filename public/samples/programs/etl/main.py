"""Nightly: orders of one day, with customers and exchange rates, into the warehouse."""

from pyspark.sql import SparkSession

from sources import customers, orders, rates
from transforms import daily_totals, in_euro, without_duplicates

spark = SparkSession.builder.appName("nightly-orders").getOrCreate()
spark.conf.set("spark.sql.shuffle.partitions", "400")

DAY = "2026-11-20"

paid = without_duplicates(orders(spark, DAY), keys=["order_id"])
priced = in_euro(paid, rates(spark)).cache()

priced.write.mode("overwrite").partitionBy("country").parquet(f"warehouse/orders/day={DAY}")

totals = daily_totals(priced, customers(spark))
totals.write.mode("overwrite").parquet(f"warehouse/totals/day={DAY}")

print("rows:", priced.count())
