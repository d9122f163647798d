from pyspark.sql import SparkSession, Window, functions as F

spark = SparkSession.builder.getOrCreate()

events = spark.read.schema("user_id bigint, page string, ts timestamp").parquet("lake/events")

# Sessions: a pause of half an hour begins a new one.
by_time = Window.partitionBy("user_id").orderBy("ts")
pause = F.unix_timestamp("ts") - F.unix_timestamp(F.lag("ts").over(by_time))
sessions = (
    events
    .withColumn("is_first", (pause.isNull() | (pause > 1800)).cast("int"))
    .withColumn("session", F.sum("is_first").over(by_time))
)

# The rows lie by user_id already: the windows and this share one shuffle.
lengths = sessions.groupBy("user_id", "session").agg(
    F.min("ts").alias("begin"), F.max("ts").alias("end"), F.count("*").alias("pages")
)

# The three longest of each user.
longest = Window.partitionBy("user_id").orderBy(F.col("pages").desc())
top = lengths.withColumn("place", F.row_number().over(longest)).where("place <= 3")
top.write.mode("overwrite").parquet("out/longest_sessions")

# A rank over all rows needs them in one partition: one task does all of it.
overall = Window.orderBy(F.col("pages").desc())
lengths.withColumn("rank", F.rank().over(overall)).where("rank <= 100").show()
