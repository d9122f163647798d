/** What is in the editor at first: small enough to be read at once, with every kind of exchange. */
export const FIRST_PROGRAM = `from pyspark.sql import SparkSession, functions as F

spark = SparkSession.builder.getOrCreate()

orders = spark.read.parquet("data/orders")
people = spark.read.parquet("data/people")
countries = spark.createDataFrame([("DE", "Europe"), ("JP", "Asia")], "country string, region string")

revenue = (
    orders
    .where(F.col("status") == "paid")
    .join(people.hint("merge"), "customer_id")
    .join(F.broadcast(countries), "country")
    .groupBy("region")
    .agg(F.sum("amount").alias("revenue"))
)
revenue.orderBy(F.desc("revenue")).show()
`;
