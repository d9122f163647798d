"""Input data of the sample applications: made up, the same in every run."""

import pathlib
import random
import sys

BASE = pathlib.Path("/data/demo")


def make_all():
    with_spark()
    readings()
    invoices()


def with_spark():
    """Tables that are too large to write from Python; this session leaves no event log."""
    from pyspark.sql import SparkSession, functions as f

    spark = SparkSession.builder.master("local[4]").config("spark.ui.enabled", "false").getOrCreate()
    guest = f.when(f.rand(1) < 0.6, 0).otherwise(1 + (f.rand(2) * 399_999).cast("int"))
    day = f.date_add(f.lit("2026-01-01"), (f.rand(3) * 28).cast("int"))
    (
        spark.range(0, 4_500_000, 1, 8)
        .select(
            f.col("id").alias("order_id"),
            guest.alias("customer_id"),
            day.alias("day"),
            f.round(f.rand(4) * 200, 2).alias("amount"),
            f.sha2(f.col("id").cast("string"), 256).substr(1, 24).alias("note"),
        )
        .write.mode("overwrite")
        .parquet(f"{BASE}/orders")
    )
    (
        spark.range(0, 400_000, 1, 4)
        .select(
            f.col("id").cast("int").alias("customer_id"),
            f.concat(f.sha2(f.col("id").cast("string"), 256).substr(1, 40), f.lit("@mail.example")).alias("email"),
            f.element_at(f.array(*map(f.lit, COUNTRIES)), 1 + (f.rand(5) * len(COUNTRIES)).cast("int")).alias("country"),
        )
        .write.mode("overwrite")
        .parquet(f"{BASE}/customers")
    )
    (
        spark.range(0, 24_000_000, 1, 12)
        .select(
            (f.rand(6) * 800).cast("int").alias("product_id"),
            (f.rand(7) * 2_000_000).cast("int").alias("customer_id"),
            f.element_at(f.array(*map(f.lit, COUNTRIES)), 1 + (f.rand(8) * len(COUNTRIES)).cast("int")).alias("country"),
            f.date_add(f.lit("2026-01-01"), (f.rand(9) * 28).cast("int")).alias("day"),
            (f.rand(10) * 5).cast("int").alias("quantity"),
        )
        .write.mode("overwrite")
        .parquet(f"{BASE}/sales")
    )
    (
        spark.range(0, 800, 1, 1)
        .select(
            f.col("id").cast("int").alias("product_id"),
            f.concat(f.lit("group "), f.col("id") % 20).alias("product_group"),
            f.round(1 + f.rand(11) * 90, 2).alias("price"),
        )
        .write.mode("overwrite")
        .parquet(f"{BASE}/products")
    )
    spark.stop()


COUNTRIES = ["AT", "BE", "CA", "CH", "DE", "DK", "ES", "FR", "IT", "NL", "NO", "PL", "PT", "SE"]


def readings():
    """1,260 files: one for each of 45 devices and 28 days, some 100 lines each."""
    random.seed(12)
    for day in range(1, 29):
        folder = BASE / f"readings/2026-01-{day:02}"
        folder.mkdir(parents=True, exist_ok=True)
        for device in range(45):
            lines = (
                f"dev-{device:03},2026-01-{day:02} {minute // 60:02}:{minute % 60:02}:00,{random.gauss(18, 6):.2f},{random.randint(20, 100)}"
                for minute in range(0, 1440, 15)
            )
            (folder / f"dev-{device:03}.csv").write_text("\n".join(lines) + "\n")


def invoices():
    """Eight files of 60,000 lines; three lines in one of them have no amount."""
    random.seed(34)
    folder = BASE / "invoices"
    folder.mkdir(parents=True, exist_ok=True)
    for part in range(8):
        lines = [
            f"INV-{part}{n:06},customer {random.randint(1, 5000)},{random.uniform(5, 9000):.2f}" for n in range(60_000)
        ]
        if part == 5:
            for n in (41_017, 41_018, 52_600):
                lines[n] = f"INV-{part}{n:06},customer {random.randint(1, 5000)},n/a"
        (folder / f"part-{part}.csv").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    make_all()
    sys.exit(0)
