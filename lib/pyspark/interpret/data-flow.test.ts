import { describe, expect, it } from 'vitest';
import { columns, interpret, plan } from '../testing.ts';

describe('names and data flow', () => {
  it('follows assignment, re-assignment and chains over lines', () => {
    const run = interpret(`
df = orders
df = (df.filter(F.col("amount") > 0)
        .groupBy("status")
        .count())
df.show()
`);
    expect(run.actions).toEqual(['6 show']);
    expect(plan(run)).toBe('Aggregate(Filter(orders))');
    expect(run.steps[0]?.rows).toBe(20);
  });

  it('unpacks tuples and swaps', () => {
    const run = interpret('a, (b, *_) = orders, (customers, 1, 2)\na, b = b, a\na.count()\nb.count()');
    expect([plan(run, 0), plan(run, 1)]).toEqual(['customers', 'orders']);
  });

  it('inlines functions per call, with defaults, *args and **kwargs', () => {
    const run = interpret(`
def top(df, *keys, n=3, **options):
    return df.groupBy(*keys).count().limit(n if not options else options["n"])

top(orders, "status").collect()
top(orders, "status", "customer_id", n=5).collect()
top(orders, n=1, **{"n": 9}).collect()
`);
    expect(run.actions).toEqual(['5 collect', '6 collect', '7 collect']);
    expect(columns(run, 1)).toEqual(['status string', 'customer_id bigint', 'count bigint']);
    const { operations } = run.program;
    expect(
      operations.filter(({ method }) => method === 'limit').map(({ callers }) => callers.length),
    ).toEqual([1, 1, 1]);
  });

  it('reads closures, nonlocal and global', () => {
    const run = interpret(`
frames = {}
total = 0
def register(name):
    global total
    total += 1
    count = 0
    def bump():
        nonlocal count
        count += 1
        return count
    bump()
    frames[name] = orders.limit(bump() + total)
register("a")
register("b")
frames["b"].collect()
`);
    expect(JSON.stringify(run.steps[0]?.on)).toContain('"limit":4');
  });

  it('follows classes, inheritance, super(), properties and self', () => {
    const run = interpret(`
class Base:
    def __init__(self, spark):
        self.spark = spark
    @property
    def source(self):
        return self.spark.table(self.name())
    def name(self):
        raise NotImplementedError
class Orders(Base):
    table = "data/orders"
    def __init__(self, spark, least=1):
        super().__init__(spark)
        self.least = least
    def name(self):
        return self.table
    def run(self):
        return self.source.filter(F.col("amount") > self.least)
Orders(spark, least=2).run().count()
`);
    expect(run.actions).toEqual(['19 count']);
    expect(plan(run)).toBe('Filter(orders)');
  });

  it('reads dataclasses, enums and dicts of settings', () => {
    const run = interpret(`
from dataclasses import dataclass
from enum import Enum
class Key(Enum):
    STATUS = "status"
@dataclass
class Config:
    key: Key
    path: str = "data/orders"
config = Config(key=Key.STATUS)
spark.read.parquet(config.path).groupBy(config.key.value).count().collect()
`);
    expect(columns(run)).toEqual(['status string', 'count bigint']);
  });

  it('goes through loops over constants, comprehensions and reduce', () => {
    const run = interpret(`
from functools import reduce
df = orders
for name in ["a", "b"]:
    df = df.withColumn(name, F.lit(1))
df = df.select(*[c for c in df.columns if c not in {"status"}])
df = reduce(lambda d, c: d.withColumnRenamed(c, f"x_{c.upper()}"), df.columns, df)
df.collect()
`);
    expect(columns(run)).toEqual([
      'x_ORDER_ID bigint',
      'x_CUSTOMER_ID bigint',
      'x_AMOUNT double',
      'x_A int',
      'x_B int',
    ]);
  });

  it('calls functions given to transform, and methods taken from classes', () => {
    const run = interpret(`
from functools import reduce
from pyspark.sql import DataFrame
def least(df, n):
    return df.filter(F.col("amount") > n)
orders.transform(lambda d: least(d, 3)).transform(least, 5).count()
reduce(DataFrame.union, [orders, orders, orders]).count()
`);
    expect(plan(run, 0)).toBe('Filter(Filter(orders))');
    expect(run.actions).toHaveLength(2);
  });

  it('formats text in every way', () => {
    const run = interpret(`
day = "2024-01-02"
for path in [f"out/{day}", "out/%s" % day, "out/{}".format(day), "/".join(["out", day]), "out/" + day]:
    orders.write.mode("overwrite").parquet(path)
`);
    const targets = run.steps.map(({ on }) =>
      on.kind === 'writer' && on.plan.kind === 'Write' ? on.plan.target : '',
    );
    expect(new Set(targets)).toEqual(new Set(['out/2024-01-02']));
    expect(targets).toHaveLength(5);
  });

  it('imports between files of a project', () => {
    const files = {
      'jobs/transforms.py':
        'from .names import KEY\nfrom pyspark.sql import functions as F\ndef by_key(df):\n    return df.groupBy(KEY).count()\n',
      'jobs/names.py': 'KEY = "status"\n',
      'jobs/__init__.py': '',
      'helpers.py': 'def run(df):\n    df.show()\n',
    };
    const run = interpret(
      'import helpers\nfrom jobs.transforms import by_key as count_by\nhelpers.run(count_by(orders))',
      { files },
    );
    expect(run.actions).toEqual(['helpers.py:2 show']);
    expect(columns(run)).toEqual(['status string', 'count bigint']);
  });
});
