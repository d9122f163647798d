/**
 * A PySpark program of about `lines` lines, as people write them: modules of functions that clean, join and sum up the
 * tables of golden/predict, each with a long chain of columns, called one after the other, and a write at the end.
 */
export function longProgram(lines: number): string {
  const blocks: string[] = [HEAD];
  for (let i = 0; length(blocks) < lines; i++) blocks.push(block(i));
  return `${blocks.join('\n').split('\n').slice(0, lines).join('\n')}\n`;
}

const HEAD = `from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F

spark = SparkSession.builder.appName("nightly").getOrCreate()
`;

/** 60 lines: two functions, their calls and one write; every third reads its tables with SQL-like text in \`expr\`. */
function block(i: number): string {
  return `
def clean_orders_${i}(orders):
    """Keeps orders that count and names what they are."""
    out = orders.filter(F.col("status") != "cancelled")
${columns(i)}
    return out


def enrich_${i}(orders, items, customers, products):
    w = Window.partitionBy("customer_id").orderBy(F.col("order_date").desc())
    joined = (
        items.join(orders, "order_id")
        .join(customers, "customer_id", "left")
        .join(products, "product_id")
    )
    return (
        joined.withColumn("net", F.col("quantity") * F.col("unit_price"))
        .withColumn("rank", F.row_number().over(w))
        .filter(F.col("rank") <= ${i + 3})
    )


orders_${i} = spark.read.parquet("data/orders")
items_${i} = spark.read.parquet("data/order_items")
customers_${i} = spark.read.parquet("data/customers")
products_${i} = spark.read.parquet("data/products")

cleaned_${i} = clean_orders_${i}(orders_${i})
enriched_${i} = enrich_${i}(cleaned_${i}, items_${i}, customers_${i}, products_${i})

summary_${i} = (
    enriched_${i}.groupBy("country", "category")
    .agg(
        F.sum("net").alias("net"),
        F.countDistinct("order_id").alias("orders"),
        F.max("order_date").alias("last"),
    )
    .orderBy(F.desc("net"))
)
summary_${i}.write.mode("overwrite").parquet("out/summary_${i}")
`;
}

function columns(i: number): string {
  return Array.from({ length: 12 }, (_, n) =>
    n % 3 === 0
      ? `    out = out.withColumn("flag_${n}", F.when(F.col("order_id") > ${i + n}, F.lit("yes")).otherwise("no"))`
      : `    out = out.withColumn("day_${n}", F.date_add(F.col("order_date"), ${n}))`,
  ).join('\n');
}

function length(blocks: readonly string[]): number {
  return blocks.join('\n').split('\n').length;
}
