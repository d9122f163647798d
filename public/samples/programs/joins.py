from pyspark.sql import SparkSession, functions as F

spark = SparkSession.builder.getOrCreate()

clicks = spark.read.schema("user_id bigint, url string, ts timestamp").parquet("lake/clicks")
users = spark.read.schema("user_id bigint, country string, plan string").parquet("lake/users")
plans = spark.createDataFrame([("free", 0), ("pro", 12)], "plan string, price int")

# Both sides are large: each is moved so that equal keys meet, then sorted.
by_user = clicks.join(users.hint("merge"), "user_id")

# One side is small: it is sent to every executor, and the large one stays where it is.
priced = by_user.join(F.broadcast(plans), "plan")

# The rows lie by user_id already, so this needs no shuffle of its own.
per_user = by_user.groupBy("user_id").agg(F.count("*").alias("clicks"))
per_user.write.mode("overwrite").parquet("out/per_user")

priced.groupBy("country").agg(F.sum("price").alias("value")).orderBy(F.desc("value")).show(10)

# Users without any click.
users.join(clicks.hint("merge"), "user_id", "left_anti").write.mode("overwrite").parquet("out/silent")
