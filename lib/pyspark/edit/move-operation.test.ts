import { describe, expect, it } from 'vitest';
import type { GraphEdit } from './graph-edit.ts';
import { edited, type Find } from './testing.ts';

type Edit = (find: Find) => GraphEdit;
const toBefore =
  (method: string, other: string): Edit =>
  (find) => ({ kind: 'move', at: find(method), before: find(other) });
const toBehind =
  (method: string, other: string): Edit =>
  (find) => ({ kind: 'move', at: find(method), after: find(other) });

describe('moving an operation', () => {
  it('brings a filter before what does not touch its column', async () => {
    const program = 'orders.withColumn("x", F.lit(1)).orderBy("status").filter("amount > 5").show()\n';
    const wanted = 'orders.filter("amount > 5").withColumn("x", F.lit(1)).orderBy("status").show()\n';
    expect(await edited(program, toBefore('filter', 'withColumn'))).toBe(wanted);
    expect(await edited(wanted, toBehind('filter', 'orderBy'))).toBe(program);
  });

  it('takes the line and its comment along', async () => {
    const program = `(orders
    .withColumn("x", F.lit(1))  # one
    .filter("amount > 5")  # large
    .show())
`;
    const wanted = `(orders
    .filter("amount > 5")  # large
    .withColumn("x", F.lit(1))  # one
    .show())
`;
    expect(await edited(program, toBefore('filter', 'withColumn'))).toBe(wanted);
    expect(await edited(wanted, toBehind('filter', 'withColumn'))).toBe(program);
  });

  it('keeps the backslashes of the lines', async () => {
    const program = 'x = orders \\\n  .distinct() \\\n  .filter("amount > 5")\nx.show()\n';
    expect(await edited(program, toBefore('filter', 'distinct'))).toBe(
      'x = orders \\\n  .filter("amount > 5") \\\n  .distinct()\nx.show()\n',
    );
  });

  it('goes from one statement into another, of which nothing is left', async () => {
    const program =
      'orders = orders.withColumn("x", F.lit(1))\norders = orders.filter(orders.amount > 5)\norders.show()\n';
    expect(await edited(program, toBefore('filter', 'withColumn'))).toBe(
      'orders = orders.filter(orders.amount > 5).withColumn("x", F.lit(1))\norders.show()\n',
    );
  });

  it('brings a filter on the left side of a join before it', async () => {
    const program = 'orders.join(customers, "customer_id", "left").filter("amount > 5").show()\n';
    expect(await edited(program, toBefore('filter', 'join'))).toBe(
      'orders.filter("amount > 5").join(customers, "customer_id", "left").show()\n',
    );
  });

  it('brings a filter on a key before groupBy', async () => {
    const program = 'orders.groupBy("status").agg(F.sum("amount")).filter("status = \'new\'").show()\n';
    expect(await edited(program, toBefore('filter', 'agg'))).toBe(
      'orders.filter("status = \'new\'").groupBy("status").agg(F.sum("amount")).show()\n',
    );
  });
});

describe('moving is refused', () => {
  it.each<[string, string, Edit, string]>([
    [
      'of a filter before the column that it uses',
      'orders.withColumn("x", F.lit(1)).filter("x > 5").show()\n',
      toBefore('filter', 'withColumn'),
      'filter() on line 5 uses the column x, which comes from withColumn() on line 5.',
    ],
    [
      'of a filter behind the projection that drops its column',
      'orders.filter("amount > 5").select("status").show()\n',
      (find) => ({ kind: 'move', at: find('select'), before: find('filter') }),
      'filter() on line 5 uses the column amount, which is not there any more after select() on line 5.',
    ],
    [
      'of a filter across a limit',
      'orders.limit(5).filter("amount > 5").show()\n',
      toBefore('filter', 'limit'),
      'cannot change places: it takes the first rows of what is there',
    ],
    [
      'of an order across a repartition',
      'orders.orderBy("amount").repartition(5).show()\n',
      toBefore('repartition', 'orderBy'),
      'it moves rows between partitions',
    ],
    [
      'across an aggregation',
      'orders.groupBy("status").count().filter("count > 5").show()\n',
      (find) => ({ kind: 'move', at: find('filter'), before: find('count') }),
      'uses the column count, which comes from count()',
    ],
    [
      'across a global aggregation',
      'orders.agg(F.count("*")).filter(F.lit(False)).show()\n',
      toBefore('filter', 'agg'),
      'gives one row for all rows',
    ],
    [
      'of a filter on the other side of a join',
      'orders.join(customers, "customer_id").filter("country = \'de\'").show()\n',
      toBefore('filter', 'join'),
      'uses the column country, which comes from join()',
    ],
    [
      'before a join that makes rows up',
      'orders.join(customers, "customer_id", "right").filter("amount > 5").show()\n',
      toBefore('filter', 'join'),
      'rows that have no partner on the left',
    ],
    [
      'of a filter by chance',
      'orders.distinct().filter(F.rand() > 0.5).show()\n',
      toBefore('filter', 'distinct'),
      'does not give the same each time',
    ],
    [
      'across rows that are chosen by other columns',
      'orders.dropDuplicates(["status"]).filter("amount > 5").show()\n',
      toBefore('filter', 'dropDuplicates'),
      'reads a column that dropDuplicates() on line 5 does not compare',
    ],
    [
      'before a union',
      'orders.union(orders).filter("amount > 5").show()\n',
      toBefore('filter', 'union'),
      'rows of another DataFrame come in',
    ],
    [
      'across a window',
      'from pyspark.sql import Window\norders.withColumn("n", F.row_number().over(Window.partitionBy("status").orderBy("amount"))).filter("amount > 5").show()\n',
      toBefore('filter', 'withColumn'),
      'not simple enough',
    ],
    [
      'of a column behind the list that leaves it out',
      'orders.select("status").withColumn("x", F.lit(1)).show()\n',
      toBefore('withColumn', 'select'),
      'lists its columns',
    ],
    [
      'where columns would change their order',
      'orders.withColumn("x", F.lit(1)).withColumn("y", F.lit(2)).show()\n',
      (find) => ({ kind: 'move', at: find('withColumn', 1), before: find('withColumn', 0) }),
      'would get its columns in another order',
    ],
    [
      'of what looks at every column',
      'orders.withColumn("x", F.lit(1)).dropna().show()\n',
      toBefore('dropna', 'withColumn'),
      'it looks at every column that is there',
    ],
    [
      'of rows without values behind the drop of their column',
      'orders.dropna(subset=["status"]).drop("status").show()\n',
      toBehind('dropna', 'drop'),
      'uses the column status, which is not there any more',
    ],
    [
      'of what is there already',
      'orders.distinct().filter("amount > 5").show()\n',
      toBehind('filter', 'distinct'),
      'is there already',
    ],
    [
      'to another line of operations',
      'orders.filter("amount > 5").show()\ncustomers.distinct().show()\n',
      toBefore('filter', 'distinct'),
      'are not in one line of operations',
    ],
  ])('%s', async (_, program, edit, why) => {
    const answer = await edited(program, edit);
    expect(answer).toMatch(/^no: /);
    expect(answer).toContain(why);
  });

  it('where a statement reads what lies between', async () => {
    const program = 'few = orders.distinct()\nfew.count()\nfew.filter("amount > 5").show()\n';
    expect(await edited(program, toBefore('filter', 'distinct'))).toBe(
      'no: What distinct() on line 5 gives is also used on line 6, which would get something else.',
    );
  });

  it('where a name means something else there', async () => {
    const program =
      'least = 1\norders = orders.distinct()\nleast = 2\norders = orders.filter(F.col("amount") > least)\norders.show()\n';
    expect(await edited(program, toBefore('filter', 'distinct'))).toBe(
      'no: filter() on line 8 uses least, which is given another value between here and there.',
    );
  });
});
