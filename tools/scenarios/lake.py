"""Tables that the scenarios' programs read: made up, the same in every run, with keys that spread as the simulator has them."""

from pyspark.sql import SparkSession, functions as f

COUNTRIES = ["AT", "BE", "CA", "CH", "DE", "DK", "ES", "FR", "IT", "NL", "NO", "PL", "PT", "SE"]


def make_all(lake):
    """Writes orders, customers, sales, visits, mails and readings below `lake`; this session leaves no event log."""
    spark = SparkSession.builder.master("local[4]").config("spark.ui.enabled", "false").getOrCreate()
    row = f.col("id")
    # Three of five orders are those of guests, who share customer 0; the others spread evenly.
    customer = f.when(row % 5 < 3, 0).otherwise(1 + row % 399_999)
    tables = {
        "orders": spark.range(0, 4_500_000, 1, 24).select(
            row.alias("order_id"),
            customer.cast("bigint").alias("customer_id"),
            day(row, 28).alias("day"),
            (row % 20_011 / 100).alias("amount"),
            text(row, 24).alias("note"),
        ),
        "customers": spark.range(0, 400_000, 1, 4).select(
            row.alias("customer_id"),
            f.concat(text(row, 40), f.lit("@mail.example")).alias("email"),
            f.element_at(f.array(*map(f.lit, COUNTRIES)), (1 + row % len(COUNTRIES)).cast("int")).alias("country"),
        ),
        "sales": spark.range(0, 6_000_000, 1, 8).select(
            (row * 7919 % 2_000_000).alias("customer_id"),
            day(row, 28).alias("day"),
            (row % 5 + 1).cast("int").alias("quantity"),
        ),
        "visits": spark.range(0, 3_000_000, 1, 8).select(
            row.alias("visit_id"),
            (row * 7919 % 50_000).alias("user_id"),
            f.concat(text(row * 7919 % 50_000, 12), mailbox(row)).alias("email"),
            day(row, 90).alias("day"),
            f.timestamp_seconds(f.lit(1_767_225_600) + row * 2).alias("ts"),
        ),
        "mails": spark.range(0, 30_000_000, 1, 8).select(
            f.concat(text(row * 7919 % 50_000, 12), mailbox(row)).alias("email"),
            day(row, 90).alias("day"),
        ),
        "readings": spark.range(0, 3_000_000, 1, 8).select(
            (row % 500).alias("device_id"),
            day(f.floor(row / 500), 60).alias("day"),
            (row * 31 % 4000 / 100).alias("value"),
        ),
    }
    for name, table in tables.items():
        table.write.mode("overwrite").parquet(f"{lake}/{name}")
    spark.stop()


def day(row, days):
    return f.date_add(f.lit("2026-01-01"), (row % days).cast("int"))


def text(row, length):
    return f.sha2(row.cast("string"), 256).substr(1, length)


def mailbox(row):
    return f.when(row % 3 == 0, "@Mail.example").when(row % 3 == 1, "@post.example").otherwise("@box.example")
