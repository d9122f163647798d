"""Archives sensor readings that arrive as one small CSV file for each device and day, and leaves them as small."""

from pyspark.sql import SparkSession, functions as f

spark = SparkSession.builder.appName("sensor-archive").getOrCreate()

readings = spark.read.schema("device STRING, at TIMESTAMP, celsius DOUBLE, battery INT").csv(
    "/data/demo/readings/*/*.csv"
)

archive = readings.withColumn("day", f.to_date("at")).where("celsius IS NOT NULL")
archive.write.mode("overwrite").partitionBy("day", "device").parquet("/data/demo/out/archive")

spark.stop()
