from pyspark.sql import SparkSession, functions as F
from pyspark.sql.types import StringType

spark = SparkSession.builder.getOrCreate()

orders = spark.read.schema("order_id bigint, customer_id bigint, country string, amount double").parquet("lake/orders")

# Moves all rows to other places, only for the next step to move them again.
spread = orders.repartition(200)
per_country = spread.groupBy("country").agg(F.sum("amount").alias("revenue"))

# Runs everything above once for each action, since nothing is kept.
if per_country.count() > 0:
    per_country.show()

# Brings every row to the driver to look at one of them.
first = orders.collect()[0]

# A function of Python where Spark has its own.
@F.udf(StringType())
def upper(text):
    return text.upper() if text else None


named = orders.withColumn("code", upper("country"))
named.coalesce(1).write.mode("overwrite").csv("out/orders")
