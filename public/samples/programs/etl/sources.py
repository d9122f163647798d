"""Where the data comes from, with the columns that are used."""

from pyspark.sql import DataFrame, SparkSession, functions as F
from pyspark.sql.types import DoubleType, LongType, StringType, StructField, StructType, TimestampType

ORDERS = StructType(
    [
        StructField("order_id", LongType()),
        StructField("customer_id", LongType()),
        StructField("country", StringType()),
        StructField("currency", StringType()),
        StructField("amount", DoubleType()),
        StructField("status", StringType()),
        StructField("ordered_at", TimestampType()),
    ]
)


def orders(spark: SparkSession, day: str) -> DataFrame:
    raw = spark.read.schema(ORDERS).json(f"landing/orders/{day}")
    return raw.where(F.col("status").isin("paid", "shipped"))


def customers(spark: SparkSession) -> DataFrame:
    return spark.read.parquet("warehouse/customers").select("customer_id", "segment")


def rates(spark: SparkSession) -> DataFrame:
    return spark.read.option("header", True).schema("currency string, rate double").csv("landing/rates.csv")
