export const SCATTERED = `from pyspark.sql import SparkSession

spark = SparkSession.builder.appName("sensor-archive").getOrCreate()

readings = spark.read.parquet("lake/readings")

readings.repartition(64).write.mode("overwrite").partitionBy("day").parquet("out/archive")
`;

export const GATHERED = `from pyspark.sql import SparkSession

spark = SparkSession.builder.appName("sensor-archive").getOrCreate()

readings = spark.read.parquet("lake/readings")

readings.repartition("day").write.mode("overwrite").partitionBy("day").parquet("out/archive")
`;
