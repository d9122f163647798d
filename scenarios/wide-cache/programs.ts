const HEAD = `from pyspark.sql import SparkSession, functions as F

spark = SparkSession.builder.appName("campaign-report").getOrCreate()

events = spark.read.parquet("lake/events").where(F.col("kind") == "click")
`;

const TAIL = `
by_campaign = clicks.groupBy("campaign").agg(F.sum("cost").alias("cost"))
by_day = clicks.groupBy("day").agg(F.count("*").alias("clicks"))

by_campaign.write.mode("overwrite").parquet("out/by_campaign")
by_day.write.mode("overwrite").parquet("out/by_day")
`;

export const ALL_COLUMNS = `${HEAD}
clicks = events.cache()
${TAIL}`;

export const NEEDED_COLUMNS = `${HEAD}
clicks = events.select("campaign", "day", "cost").cache()
${TAIL}`;

export const DROPPED_COLUMNS = `${HEAD}
clicks = events.drop("url", "referrer", "agent", "payload", "kind", "event_id").persist()
${TAIL}`;

export const WITHOUT_CACHE = `${HEAD}
clicks = events
${TAIL}`;

export const WITHOUT_ONE = `${HEAD}
clicks = events.drop("payload").cache()
${TAIL}`;
