/** The nightly join as it was found; what is run after the fix differs in its settings only. */
export const NIGHTLY_ORDERS = `from pyspark.sql import SparkSession, functions as F

spark = SparkSession.builder.appName("nightly-orders").getOrCreate()

orders = spark.read.parquet("lake/orders")
customers = spark.read.parquet("lake/customers")

report = (
    orders.join(customers, "customer_id")
    .withColumn("receipt", F.sha2(F.concat_ws("/", "email", "order_id", "note"), 512))
    .withColumn("mismatch", F.levenshtein("note", F.substring("email", 1, 16)))
    .groupBy("country", "day")
    .agg(
        F.sum("amount").alias("revenue"),
        F.approx_count_distinct("receipt").alias("receipts"),
        F.avg("mismatch").alias("mismatch"),
    )
)
report.write.mode("overwrite").parquet("out/orders_by_country")
`;
