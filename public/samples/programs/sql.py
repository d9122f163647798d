from pyspark.sql import SparkSession

spark = SparkSession.builder.getOrCreate()

spark.read.schema("order_id bigint, customer_id bigint, amount double, day date").parquet(
    "lake/orders"
).createOrReplaceTempView("orders")
spark.read.schema("customer_id bigint, country string").parquet("lake/customers").createOrReplaceTempView("customers")

revenue = spark.sql("""
    SELECT c.country, o.day, sum(o.amount) AS revenue
    FROM orders o
    JOIN customers c ON o.customer_id = c.customer_id
    WHERE o.day >= date'2026-01-01'
    GROUP BY c.country, o.day
""")
revenue.createOrReplaceTempView("revenue")

best = spark.sql("""
    SELECT country, day, revenue,
           rank() OVER (PARTITION BY country ORDER BY revenue DESC) AS place
    FROM revenue
""").where("place <= 3")
best.write.mode("overwrite").parquet("out/best_days")

spark.sql("SELECT country, sum(revenue) AS total FROM revenue GROUP BY country ORDER BY total DESC LIMIT 5").show()
