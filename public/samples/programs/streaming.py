from pyspark.sql import SparkSession, functions as F

spark = SparkSession.builder.getOrCreate()

raw = (
    spark.readStream.format("kafka")
    .option("kafka.bootstrap.servers", "broker:9092")
    .option("subscribe", "clicks")
    .load()
)
clicks = raw.select(
    F.from_json(F.col("value").cast("string"), "user_id bigint, page string, ts timestamp").alias("click")
).select("click.*")

per_minute = (
    clicks
    .withWatermark("ts", "10 minutes")
    .groupBy(F.window("ts", "1 minute"), "page")
    .agg(F.count("*").alias("clicks"))
)

query = (
    per_minute.writeStream
    .outputMode("append")
    .option("checkpointLocation", "checkpoints/clicks")
    .format("parquet")
    .option("path", "out/clicks_per_minute")
    .start()
)
query.awaitTermination()
