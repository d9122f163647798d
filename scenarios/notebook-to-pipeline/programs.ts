/** What grew in a notebook: every cell looks, and every look reads everything again. */
export const NOTEBOOK = `from pyspark.sql import SparkSession, functions as F

spark = SparkSession.builder.appName("rides").getOrCreate()

raw = spark.read.option("header", True).option("inferSchema", True).csv("landing/rides")
raw.printSchema()
raw.show()
print(raw.count())

rides = raw.where(F.col("fare") > 0).dropDuplicates(["ride_id"])
print(rides.count())
rides.show()

missing = rides.where(F.col("city").isNull()).count()
negative = rides.where(F.col("minutes") < 0).count()
if missing + negative > 1000:
    raise ValueError("too many bad rides")

per_city = rides.groupBy("city", "day").agg(F.sum("fare").alias("fares"), F.avg("minutes").alias("minutes"))
per_city.show()
print(per_city.count())

per_city.write.mode("overwrite").parquet("out/rides_per_city")
`;

export const INGEST = `"""Where rides come from, with the columns as they are agreed."""

RIDES = "ride_id bigint, city string, day date, minutes double, fare double"


def rides(spark):
    return spark.read.option("header", True).schema(RIDES).csv("landing/rides")
`;

export const CURATE = `"""What counts as a ride."""

from pyspark.sql import functions as F


def curated(raw):
    return raw.where(F.col("fare") > 0).dropDuplicates(["ride_id"])
`;

export const CHECKS = `"""What has to be so before anything is published: one look for all of it."""

from pyspark.sql import functions as F


def bad_rows(rides):
    counts = rides.agg(
        F.count_if(F.col("city").isNull()).alias("missing"),
        F.count_if(F.col("minutes") < 0).alias("negative"),
    ).first()
    return counts["missing"] + counts["negative"]
`;

export const MODEL = `"""The table that reports read."""

from pyspark.sql import functions as F


def per_city(rides):
    return rides.groupBy("city", "day").agg(F.sum("fare").alias("fares"), F.avg("minutes").alias("minutes"))
`;

export const PUBLISH = `"""Where it goes."""


def publish(table):
    table.write.mode("overwrite").parquet("out/rides_per_city")
`;

export const PIPELINE = `from pyspark.sql import SparkSession

from checks import bad_rows
from curate import curated
from ingest import rides
from model import per_city
from publish import publish

spark = SparkSession.builder.appName("rides").getOrCreate()

clean = curated(rides(spark)).cache()
if bad_rows(clean) > 1000:
    raise ValueError("too many bad rides")

publish(per_city(clean))
clean.unpersist()
`;

export const FILES = {
  'ingest.py': INGEST,
  'curate.py': CURATE,
  'checks.py': CHECKS,
  'model.py': MODEL,
  'publish.py': PUBLISH,
  'main.py': PIPELINE,
} as const;

/** The notebook without its looks, still inferring the schema. */
export const WITHOUT_LOOKS = NOTEBOOK.split('\n')
  .filter((line) => !/^\w+\.(show|printSchema)\(\)$|^print\(\w+\.count\(\)\)$/.test(line))
  .join('\n');

/** One file, cached and with a schema, and one look for the checks. */
export const ONE_FILE = WITHOUT_LOOKS.replace(
  '.option("inferSchema", True)',
  '.schema("ride_id bigint, city string, day date, minutes double, fare double")',
)
  .replace('.dropDuplicates(["ride_id"])', '.dropDuplicates(["ride_id"]).cache()')
  .replace(
    /missing = [\s\S]*?if missing \+ negative/,
    `bad = rides.agg(
    F.count_if(F.col("city").isNull()).alias("missing"),
    F.count_if(F.col("minutes") < 0).alias("negative"),
).first()
if bad["missing"] + bad["negative"]`,
  );

/** Without the checks: short, and nobody would know. */
export const UNCHECKED = WITHOUT_LOOKS.replace(
  '.option("inferSchema", True)',
  '.schema("ride_id bigint, city string, day date, minutes double, fare double")',
).replace(/missing = [\s\S]*?ValueError\("too many bad rides"\)\n\n/, '');
