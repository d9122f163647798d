const HEAD = `from pyspark.sql import SparkSession, functions as F

spark = SparkSession.builder.appName("device-sessions").getOrCreate()
`;

const BODY = `
sessions = spark.read.parquet("lake/sessions")
devices = spark.read.parquet("lake/devices")

per_model = (
    sessions.join(devices, "device_id")
    .groupBy("model", "day")
    .agg(F.count("*").alias("sessions"), F.avg("seconds").alias("seconds"))
)
per_model.write.mode("overwrite").parquet("out/sessions_per_model")
`;

export const WITH_LIMIT = limitedTo('2g');
export const WITHOUT_LIMIT = HEAD + BODY;
export const WITH_HINT = HEAD + BODY.replace('devices, "device_id"', 'devices.hint("merge"), "device_id"');
export const MAIN_BROADCAST = HEAD + BODY.replace('sessions.join(', 'F.broadcast(sessions).join(');

export function limitedTo(size: string): string {
  return `${HEAD}spark.conf.set("spark.sql.autoBroadcastJoinThreshold", "${size}")
${BODY}`;
}
