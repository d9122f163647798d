"""Imports invoices. The parser does not expect the few amounts that are no numbers, so the import fails."""

from decimal import Decimal

from pyspark.sql import SparkSession, functions as f
from pyspark.sql.types import DecimalType

spark = SparkSession.builder.appName("invoice-import").getOrCreate()


@f.udf(DecimalType(12, 2))
def parse_amount(text):
    return Decimal(text.replace(",", ""))


invoices = spark.read.schema("invoice STRING, customer STRING, amount STRING").csv("/data/demo/invoices")
print(invoices.select("customer").distinct().count(), "customers")

parsed = invoices.withColumn("amount", parse_amount("amount"))
parsed.write.mode("overwrite").parquet("/data/demo/out/invoices")

spark.stop()
