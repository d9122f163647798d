import { describe, expect, it } from 'vitest';
import { edited, type Find } from './testing.ts';

const remove = (method: string, turn?: number) => (find: Find) =>
  ({ kind: 'delete', at: find(method, turn) }) as const;

describe('deleting an operation', () => {
  it('takes its call out of a chain on one line', async () => {
    expect(await edited('orders.filter("amount > 5").select("amount").show()\n', remove('filter'))).toBe(
      'orders.select("amount").show()\n',
    );
  });

  it('takes its line out of a chain in brackets and leaves the comments of others', async () => {
    const program = `result = (
    orders  # all of them
    .filter(F.col("amount") > 5)
    # the rest is for the report
    .select("amount")  # one column
)
result.show()
`;
    expect(await edited(program, remove('filter'))).toBe(
      program.replace('    .filter(F.col("amount") > 5)\n', ''),
    );
  });

  it('leaves the comment behind the call', async () => {
    const program = `result = (
    orders
    .filter("amount > 5")  # large ones
    .select("amount"))
result.show()
`;
    expect(await edited(program, remove('filter'))).toBe(
      program.replace('.filter("amount > 5")  # large', '# large'),
    );
    expect(await edited(program, remove('select'))).toBe(program.replace('.select("amount"))', ')'));
  });

  it('closes the brackets where the last call was', async () => {
    expect(await edited('(orders\n    .distinct()\n    .limit(5)).show()\n', remove('limit'))).toBe(
      '(orders\n    .distinct()).show()\n',
    );
  });

  it('keeps the backslashes of the other lines', async () => {
    const program = 'result = orders \\\n    .distinct() \\\n    .limit(5)\nresult.show()\n';
    expect(await edited(program, remove('distinct'))).toBe(
      'result = orders \\\n    .limit(5)\nresult.show()\n',
    );
    expect(await edited(program, remove('limit'))).toBe(
      'result = orders \\\n    .distinct()\nresult.show()\n',
    );
  });

  it('follows chains whose lines end in dots', async () => {
    expect(await edited('(orders.\n    distinct().\n    limit(5)).show()\n', remove('distinct'))).toBe(
      '(orders.\n    limit(5)).show()\n',
    );
  });

  it('keeps the line ends of the file', async () => {
    const program = '(orders\r\n    .distinct()\r\n    .limit(5)\r\n).show()\r\n';
    expect(await edited(program, remove('distinct'))).toBe('(orders\r\n    .limit(5)\r\n).show()\r\n');
  });

  it('takes the whole statement where only the name would be left', async () => {
    expect(await edited('orders = orders.distinct()\norders.show()\n', remove('distinct'))).toBe(
      'orders.show()\n',
    );
    expect(await edited('orders = orders.distinct()  # once\norders.show()\n', remove('distinct'))).toBe(
      '# once\norders.show()\n',
    );
    expect(await edited('few = orders.distinct()\nfew.show()\n', remove('distinct'))).toBe(
      'few = orders\nfew.show()\n',
    );
  });

  it('writes pass where a block would be empty', async () => {
    expect(
      await edited('if True:\n    orders = orders.distinct()\norders.show()\n', remove('distinct')),
    ).toBe('if True:\n    pass\norders.show()\n');
  });

  it('takes groups and their aggregation together, whichever is named', async () => {
    const program = `(orders
    .groupBy("status")  # by status
    .agg(F.sum("amount").alias("total"))
    .limit(5)
    .show())
`;
    const wanted = '(orders\n    # by status\n    .limit(5)\n    .show())\n';
    expect(await edited(program, remove('groupBy'))).toBe(wanted);
    expect(await edited(program, remove('agg'))).toBe(wanted);
    expect(
      await edited('x = orders \\\n    .groupBy("status") \\\n    .count()\nx.show()\n', remove('groupBy')),
    ).toBe('x = orders\nx.show()\n');
    expect(await edited('orders.groupBy("status").count().limit(5).show()\n', remove('groupBy'))).toBe(
      'orders.limit(5).show()\n',
    );
  });

  it('takes a broadcast() from around its DataFrame', async () => {
    expect(
      await edited('orders.join(F.broadcast(customers), "customer_id").show()\n', remove('broadcast')),
    ).toBe('orders.join(customers, "customer_id").show()\n');
  });

  it('takes the accessor of a method with it', async () => {
    expect(await edited('orders.na.drop().show()\n', remove('drop'))).toBe('orders.show()\n');
    expect(await edited('orders.stat.crosstab("status", "customer_id").count()\n', remove('crosstab'))).toBe(
      'orders.count()\n',
    );
  });

  it('takes what is written in its arguments with it', async () => {
    expect(await edited('orders.join(customers.distinct(), "customer_id").count()\n', remove('join'))).toBe(
      'orders.count()\n',
    );
  });

  it('leaves the left side of a join', async () => {
    expect(await edited('orders.join(customers, "customer_id").count()\n', remove('join'))).toBe(
      'orders.count()\n',
    );
  });

  it('takes an action and a write with their statements', async () => {
    expect(await edited('orders.show()\norders.count()\n', remove('show'))).toBe('orders.count()\n');
    expect(
      await edited('orders.write.mode("append").parquet("out")\norders.count()\n', remove('parquet')),
    ).toBe('orders.count()\n');
  });
});

describe('deleting is refused', () => {
  it('of a source', async () => {
    expect(await edited('orders.show()\n', remove('parquet', 0))).toBe(
      'no: parquet() on line 3 is where the rows come from: what follows would have nothing to read.',
    );
  });

  it('where a later operation uses a column that it makes', async () => {
    const program = 'orders.withColumn("double", F.col("amount") * 2).filter("double > 3").show()\n';
    expect(await edited(program, remove('withColumn'))).toBe(
      'no: filter() on line 5 uses the column double, which comes from withColumn() on line 5.',
    );
  });

  it('where that is known although the source has no schema', async () => {
    const program = 'orders.withColumn("double", F.col("amount") * 2).filter("double > 3").show()\n';
    expect(await edited(program, remove('withColumn'), { catalog: {} })).toContain('uses the column double');
  });

  it('where other statements read the result, and names them', async () => {
    const program = 'few = orders.distinct()\nfew.count()\nfew.show()\n';
    expect(await edited(program, remove('distinct'))).toBe(
      'no: What distinct() on line 5 gives is used in 2 places (lines 6 and 7): all of them would change.',
    );
    expect(
      await edited(program, (find) => ({ kind: 'delete', at: find('distinct'), alsoOthers: true })),
    ).toBe('few = orders\nfew.count()\nfew.show()\n');
  });

  it('where the result goes on under another name first', async () => {
    const program = 'few = orders.distinct()\nless = few.limit(5)\nless.count()\nless.show()\n';
    expect(await edited(program, remove('distinct'))).toContain(
      'What limit() on line 6 gives is used in 2 places',
    );
  });

  it('in a loop', async () => {
    const program = 'for n in [1, 2]:\n    orders.limit(n).show()\n';
    expect(await edited(program, remove('limit'))).toBe(
      'no: limit() on line 6 is in a loop (line 5): its text stands for one operation in each turn. Change it in the editor.',
    );
  });

  it('in a function that is called twice', async () => {
    const program = 'def few(df):\n    return df.limit(5)\nfew(orders).show()\nfew(customers).show()\n';
    expect(await edited(program, remove('limit'))).toBe(
      'no: limit() on line 6 is in the function few() that runs 2 times: a change would change all 2. Change it in the editor.',
    );
  });

  it('in a function that a loop calls', async () => {
    const program = 'def few(df):\n    return df.limit(5)\nfor each in ["a"]:\n    few(orders).show()\n';
    expect(await edited(program, remove('limit'))).toContain('is in a function that a loop calls (line 8)');
  });

  it('of what is called without being written', async () => {
    const program =
      'from functools import reduce\nfrom pyspark.sql import DataFrame\nreduce(DataFrame.union, [orders, orders]).show()\n';
    expect(await edited(program, remove('union'))).toContain(
      'is called in a way that its text does not show',
    );
  });

  it('of an action whose result is used', async () => {
    expect(await edited('rows = orders.collect()\n', remove('collect'))).toBe(
      'no: The program uses what collect() on line 5 returns.',
    );
  });
});

describe('deleting in a function that is called once', () => {
  it('changes the function', async () => {
    const program = 'def few(df):\n    return df.distinct().limit(5)\nfew(orders).show()\n';
    expect(await edited(program, remove('limit'))).toBe(
      'def few(df):\n    return df.distinct()\nfew(orders).show()\n',
    );
  });
});
