const HEAD = `from pyspark.sql import SparkSession, functions as F

spark = SparkSession.builder.appName("basket-value").getOrCreate()

orders = spark.read.parquet("lake/baskets")
`;

const TAIL = `
per_country = per_order.groupBy("country").agg(F.avg("value").alias("basket"))
per_country.write.mode("overwrite").parquet("out/basket_value")
`;

export const EXPLODED = `${HEAD}
lines = orders.select("order_id", "country", F.explode("items").alias("item"))
per_order = lines.groupBy("order_id", "country").agg(
    F.sum(F.col("item.price") * F.col("item.quantity")).alias("value")
)
${TAIL}`;

export const FOLDED = `${HEAD}
per_order = orders.select(
    "order_id",
    "country",
    F.aggregate(
        "items", F.lit(0.0), lambda total, item: total + item["price"] * item["quantity"]
    ).alias("value"),
)
${TAIL}`;

export const FOLDED_WITH_COLUMN = `${HEAD}
per_order = orders.withColumn(
    "value",
    F.aggregate("items", F.lit(0.0), lambda total, item: total + item["price"] * item["quantity"]),
)
${TAIL}`;

export const REPARTITIONED = EXPLODED.replace(
  'per_order = lines.',
  'per_order = lines.repartition("order_id").',
);

export const BY_COUNTRY = `${HEAD}
lines = orders.select("order_id", "country", F.explode("items").alias("item"))
per_country = lines.groupBy("country").agg(
    F.avg(F.col("item.price") * F.col("item.quantity")).alias("basket")
)
per_country.write.mode("overwrite").parquet("out/basket_value")
`;
