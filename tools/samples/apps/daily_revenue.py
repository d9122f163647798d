"""Revenue by country, product group and day: scan, broadcast join, aggregation, write."""

from pyspark.sql import SparkSession, functions as f

spark = SparkSession.builder.appName("daily-revenue").getOrCreate()

sales = spark.read.parquet("/data/demo/sales")
products = spark.read.parquet("/data/demo/products")

revenue = (
    sales.where("quantity > 0")
    .join(products, "product_id")
    .groupBy("country", "product_group", "day")
    .agg(
        f.sum(f.col("quantity") * f.col("price")).alias("revenue"),
        f.approx_count_distinct("customer_id").alias("customers"),
    )
)
revenue.write.mode("overwrite").parquet("/data/demo/out/revenue")

spark.stop()
