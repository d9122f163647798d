export const OVER_ALL_ROWS = `from pyspark.sql import SparkSession, Window, functions as F

spark = SparkSession.builder.appName("pauses").getOrCreate()

visits = spark.read.parquet("lake/visits")

before = Window.orderBy("user_id", "ts")
pauses = visits.withColumn("pause", F.col("ts").cast("long") - F.lag("ts").over(before).cast("long"))

per_user = pauses.groupBy("user_id").agg(F.avg("pause").alias("pause"))
per_user.write.mode("overwrite").parquet("out/pauses")
`;

export const PER_USER = `from pyspark.sql import SparkSession, Window, functions as F

spark = SparkSession.builder.appName("pauses").getOrCreate()

visits = spark.read.parquet("lake/visits")

before = Window.partitionBy("user_id").orderBy("ts")
pauses = visits.withColumn("pause", F.col("ts").cast("long") - F.lag("ts").over(before).cast("long"))

per_user = pauses.groupBy("user_id").agg(F.avg("pause").alias("pause"))
per_user.write.mode("overwrite").parquet("out/pauses")
`;
