/** The export as it was found, and with other endings. */
export const COALESCED = exportWith('coalesce(1)');
export const REPARTITIONED = exportWith('repartition(1)');
export const FOUR_FILES = exportWith('coalesce(4)');

function exportWith(ending: string): string {
  return `from pyspark.sql import SparkSession, functions as F

spark = SparkSession.builder.appName("partner-export").getOrCreate()

visits = spark.read.parquet("lake/visits")

export = visits.select(
    "visit_id",
    "day",
    F.sha2(F.concat_ws("/", "email", "visit_id"), 512).alias("visitor"),
)
export.${ending}.write.mode("overwrite").parquet("out/export")
`;
}
