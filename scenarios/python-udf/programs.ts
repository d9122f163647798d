export const WITH_UDF = `from pyspark.sql import SparkSession, functions as F

spark = SparkSession.builder.appName("mail-domains").getOrCreate()

mails = spark.read.parquet("lake/mails")


@F.udf("string")
def domain(email):
    if email is None or "@" not in email:
        return None
    return email.split("@")[1].lower()


per_domain = (
    mails.withColumn("domain", domain("email"))
    .where(F.col("domain") == "mail.example")
    .where(F.col("day") >= "2026-03-01")
    .groupBy("day")
    .agg(F.count("*").alias("mails"))
)
per_domain.write.mode("overwrite").parquet("out/mails_per_day")
`;

export const WITH_BUILT_INS = `from pyspark.sql import SparkSession, functions as F

spark = SparkSession.builder.appName("mail-domains").getOrCreate()

mails = spark.read.parquet("lake/mails")

per_domain = (
    mails.withColumn("domain", F.lower(F.split("email", "@")[1]))
    .where(F.col("domain") == "mail.example")
    .where(F.col("day") >= "2026-03-01")
    .groupBy("day")
    .agg(F.count("*").alias("mails"))
)
per_domain.write.mode("overwrite").parquet("out/mails_per_day")
`;
