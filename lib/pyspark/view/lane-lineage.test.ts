import { describe, expect, it } from 'vitest';
import { viewText } from './testing.ts';

async function lineage(text: string, column: string, lane = 0) {
  const viewed = await viewText(text);
  const { columns } = viewed.lineage(lane, 0)!;
  const found = viewed.lineage(lane, columns.indexOf(column))!;
  const lines = (places: readonly number[]): readonly string[] =>
    places
      .map((place) => `${viewed.view.places[place]!.line} ${viewed.view.places[place]!.method}`)
      .toSorted();
  return { ...found, carry: lines(found.carry), decide: lines(found.decide) };
}

const PROGRAM = `paid = orders.where("status = 'paid'")
joined = paid.join(customers, "customer_id")
named = joined.withColumn("doubled", F.col("order_id") * 2).withColumn("other", F.lit(1))
named.groupBy("status").agg(F.sum("doubled").alias("total"), F.max("other").alias("most")).show()
`;

describe('the lineage of a column', () => {
  it('says from which sources it comes, how, and what decides about its rows', async () => {
    const { columns, sources, rows } = await lineage(PROGRAM, 'total');
    expect(columns).toEqual(['status', 'total', 'most']);
    expect(sources).toEqual([{ source: 'data/orders', column: 'order_id', how: 'aggregation' }]);
    expect(rows.filter).toEqual([['data/orders', 'status']]);
    expect(rows.groupBy).toEqual([['data/orders', 'status']]);
  });

  it('leads through the operations that carry it, and those that decide, and no others', async () => {
    const { carry, decide } = await lineage(PROGRAM, 'total');
    expect(carry).toEqual(['3 parquet', '7 withColumn', '8 agg']);
    expect(decide).toEqual(['5 where', '6 join', '8 agg']);
  });

  it('goes through SQL, renaming and unions', async () => {
    const text = `orders.createOrReplaceTempView("o")
a = spark.sql("SELECT order_id AS id FROM o")
a.union(customers.select("customer_id")).withColumnRenamed("id", "key").show()
`;
    const { sources, carry } = await lineage(text, 'key');
    expect(sources.map(({ source, column }) => [source, column])).toEqual([
      ['data/customers', 'customer_id'],
      ['data/orders', 'order_id'],
    ]);
    expect(carry).toEqual(['3 parquet', '4 parquet', '6 sql', '7 union', '7 withColumnRenamed']);
  });

  it('takes what Python makes as made of everything, and has none for RDDs', async () => {
    const { opaque, sources } = await lineage(
      'orders.select("order_id").mapInPandas(lambda it: it, "x int").show()\n',
      'x',
    );
    expect(opaque).toEqual(['MapInPandas']);
    expect(sources.map(({ column }) => column)).toEqual(['order_id']);
    expect((await viewText('orders.rdd.map(lambda r: 1).collect()\n')).lineage(0, 0)).toBeUndefined();
  });
});
