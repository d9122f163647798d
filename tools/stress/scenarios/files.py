"""Small files, read and written."""

from pyspark.sql import functions as f
from scenario import burn, done, scenario


def small_files(folder, count, line, suffix):
    (folder / "in").mkdir()
    for part in range(count):
        (folder / f"in/part-{part:05}.{suffix}").write_text("".join(line(part * 50 + n) for n in range(50)))


@scenario("small-files-read")
def read_csv_files(spark, folder):
    """1,800 CSV files of 50 lines."""
    small_files(folder, 1800, lambda n: f"{n},{n % 77},name {n % 13}\n", "csv")
    done(spark.read.schema("a LONG, b LONG, c STRING").csv(f"{folder}/in").groupBy("b").agg(f.max(burn("a", 2))))


@scenario("small-files-read")
def read_json_files(spark, folder):
    """1,500 JSON files of 50 lines."""
    small_files(folder, 1500, lambda n: f'{{"a": {n}, "b": {n % 77}, "c": "name {n % 13}"}}\n', "json")
    done(spark.read.schema("a LONG, b LONG, c STRING").json(f"{folder}/in").groupBy("b").count())


@scenario("small-files-read", "small-files-written", versions=("3.5", "4.3"))
def read_and_write_parquet_files(spark, folder):
    """900 Parquet files written by 900 tasks, then read."""
    spark.range(0, 90_000, 1, 900).selectExpr("id", "id % 7 AS v").write.parquet(f"{folder}/small")
    done(spark.read.parquet(f"{folder}/small").groupBy("v").agg(f.max(burn("id", 1))))


@scenario("small-files-read")
def read_text_files_as_rdd(spark, folder):
    """RDD textFile over 1,000 files: no SQL plan counts them."""
    small_files(folder, 1000, lambda n: f"{n} {n % 77} some words in a line\n", "txt")
    print(spark.sparkContext.textFile(f"{folder}/in").flatMap(str.split).map(len).sum())


@scenario("small-files-written")
def write_partition_by(spark, folder):
    """partitionBy a column of 500 values, from four tasks each."""
    rows = spark.range(0, 400_000, 1, 4).selectExpr("id", "id * 31 % 500 AS customer")
    rows.write.partitionBy("customer").parquet(f"{folder}/out")


@scenario("small-files-written")
def write_csv_with_many_tasks(spark, folder):
    """A write right after repartition(800)."""
    spark.range(0, 200_000, 1, 8).repartition(800).write.csv(f"{folder}/out")


@scenario(never=["small-files-read"])
def small_files_that_do_not_matter(spark, folder):
    """150 small files are read in a moment; the run is busy with something else."""
    small_files(folder, 150, lambda n: f"{n},{n % 77},name\n", "csv")
    done(spark.read.schema("a LONG, b LONG, c STRING").csv(f"{folder}/in"))
    done(spark.range(0, 12_000_000, 1, 16).select(burn("id", 6)))


@scenario(never=["small-files-read", "small-files-written"])
def few_files_of_good_size(spark, folder):
    """Writes eight files of some megabytes and reads them."""
    spark.range(0, 6_000_000, 1, 8).select("id", burn("id", 1).alias("h")).write.parquet(f"{folder}/in")
    done(spark.read.parquet(f"{folder}/in").groupBy(f.col("id") % 97).agg(f.max(burn("h", 2))))
