const HEAD = `from pyspark.sql import SparkSession, functions as F

spark = SparkSession.builder.appName("energy-per-region").getOrCreate()

meters = spark.read.parquet("lake/meters").where(F.col("state") == "ok")
`;

export const COLLECTED = `${HEAD}
totals = {}
for row in meters.select("region", "kwh").collect():
    totals[row["region"]] = totals.get(row["region"], 0.0) + row["kwh"]

for region, kwh in sorted(totals.items()):
    print(region, kwh)
`;

export const AGGREGATED = `${HEAD}
totals = meters.groupBy("region").agg(F.sum("kwh").alias("kwh")).orderBy("region")

for row in totals.collect():
    print(row["region"], row["kwh"])
`;

export const WRITTEN = `${HEAD}
totals = meters.groupBy("region").agg(F.sum("kwh").alias("kwh"))
totals.write.mode("overwrite").parquet("out/energy_per_region")
`;

export const AS_PANDAS = `${HEAD}
totals = meters.select("region", "kwh").toPandas().groupby("region")["kwh"].sum()
print(totals)
`;

export const FIRST_ROWS = `${HEAD}
totals = {}
for row in meters.select("region", "kwh").take(1000):
    totals[row["region"]] = totals.get(row["region"], 0.0) + row["kwh"]
print(totals)
`;
