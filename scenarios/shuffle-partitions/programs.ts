export const BOUGHT_PER_CUSTOMER = `from pyspark.sql import SparkSession, functions as F

spark = SparkSession.builder.appName("bought-per-customer").getOrCreate()

sales = spark.read.parquet("lake/sales")

bought = sales.groupBy("customer_id").agg(
    F.sum("quantity").alias("pieces"),
    F.count("*").alias("purchases"),
)
bought.write.mode("overwrite").parquet("out/bought")
`;
