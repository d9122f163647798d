"""Joins a night's orders with the customers. Most orders are those of guests, who share one customer id."""

from pyspark.sql import SparkSession, functions as f

spark = SparkSession.builder.appName("nightly-orders").getOrCreate()

orders = spark.read.parquet("/data/demo/orders")
customers = spark.read.parquet("/data/demo/customers")

report = (
    orders.join(customers, "customer_id")
    .withColumn("receipt", f.sha2(f.concat_ws("/", "email", "order_id", "note"), 512))
    .withColumn("mismatch", f.levenshtein("note", "email"))
    .groupBy("country", "day")
    .agg(
        f.sum("amount").alias("revenue"),
        f.approx_count_distinct("receipt", 0.02).alias("receipts"),
        f.avg("mismatch").alias("mismatch"),
    )
)
report.write.mode("overwrite").parquet("/data/demo/out/orders_by_country")

spark.stop()
