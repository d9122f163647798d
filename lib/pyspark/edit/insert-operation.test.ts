import { describe, expect, it } from 'vitest';
import type { NewOperation } from './graph-edit.ts';
import { answerTo, edited, type Find, type Given } from './testing.ts';

const LIMIT: NewOperation = { method: 'limit', rows: 5 };
const insert =
  (after: string, operation: NewOperation = LIMIT, turn?: number) =>
  (find: Find) =>
    ({ kind: 'insert', after: find(after, turn), operation }) as const;

describe('inserting an operation', () => {
  it('continues a chain on its line', async () => {
    expect(await edited('orders.distinct().show()\n', insert('distinct'))).toBe(
      'orders.distinct().limit(5).show()\n',
    );
  });

  it('takes a line of its own where the chain does, behind the comment of the line', async () => {
    expect(await edited('(orders\n    .distinct()  # once each\n    .show())\n', insert('distinct'))).toBe(
      '(orders\n    .distinct()  # once each\n    .limit(5)\n    .show())\n',
    );
    expect(await edited('x = (orders\n    .distinct())\nx.show()\n', insert('distinct'))).toBe(
      'x = (orders\n    .distinct()\n    .limit(5))\nx.show()\n',
    );
  });

  it('takes a line of its own behind a first call that has none', async () => {
    const program = 'x = (spark.read.parquet("data/orders")\n     .distinct())\nx.show()\n';
    expect(await edited(program, insert('parquet'))).toBe(
      'x = (spark.read.parquet("data/orders")\n     .limit(5)\n     .distinct())\nx.show()\n',
    );
  });

  it('goes on with backslashes', async () => {
    expect(
      await edited('x = orders \\\n  .distinct() \\\n  .select("amount")\nx.show()\n', insert('distinct')),
    ).toBe('x = orders \\\n  .distinct() \\\n  .limit(5) \\\n  .select("amount")\nx.show()\n');
  });

  it('stays on the line before a comment outside of brackets', async () => {
    expect(await edited('x = orders.distinct()  # once\nx.show()\n', insert('distinct'))).toBe(
      'x = orders.distinct().limit(5)  # once\nx.show()\n',
    );
  });

  it('changes one edge alone where the reader is named', async () => {
    const program =
      'few = orders.distinct()\nfew.select("amount").show()\nfew.groupBy("status").count().show()\n';
    const onEdge = (find: Find) =>
      ({ kind: 'insert', after: find('distinct'), before: find('select'), operation: LIMIT }) as const;
    expect(await edited(program, onEdge)).toBe(
      program.replace('few.select("amount")', 'few.limit(5).select("amount")'),
    );
  });

  it('writes into the argument of a join', async () => {
    const program = 'few = customers.distinct()\norders.join(few, "customer_id").show()\n';
    const onEdge = (find: Find) =>
      ({ kind: 'insert', after: find('distinct'), before: find('join'), operation: LIMIT }) as const;
    expect(await edited(program, onEdge)).toBe(program.replace('join(few', 'join(few.limit(5)'));
  });

  it.each<[string, NewOperation, string]>([
    [
      'a condition',
      { method: 'filter', condition: { python: 'F.col("amount") > 5' } },
      '.filter(F.col("amount") > 5)',
    ],
    ['SQL', { method: 'filter', condition: { sql: "status = 'new'" } }, `.filter("status = 'new'")`],
    [
      'columns',
      {
        method: 'select',
        columns: [
          { name: 'amount' },
          { python: 'F.lit(1).alias("one")' },
          { sql: 'amount + 1' },
          { name: 'order_id' },
          { name: 'status' },
        ],
      },
      '.select("amount", F.lit(1).alias("one"), F.expr("amount + 1"), "order_id", "status")',
    ],
    [
      'a column',
      { method: 'withColumn', name: 'a "b"\\', column: { name: 'amount' } },
      '.withColumn("a \\"b\\"\\\\", F.col("amount"))',
    ],
    [
      'fewer columns',
      { method: 'drop', columns: ['order_id', 'customer_id'] },
      '.drop("order_id", "customer_id")',
    ],
    ['distinct rows', { method: 'distinct' }, '.distinct()'],
    ['distinct keys', { method: 'dropDuplicates', columns: ['status'] }, '.dropDuplicates(["status"])'],
    [
      'an order',
      { method: 'orderBy', columns: [{ name: 'amount', descending: true }, { name: 'status' }] },
      '.orderBy(F.desc("amount"), "status")',
    ],
    [
      'partitions',
      { method: 'repartition', partitions: 8, columns: ['status'] },
      '.repartition(8, "status")',
    ],
    ['fewer partitions', { method: 'coalesce', partitions: 1 }, '.coalesce(1)'],
    ['a cache', { method: 'cache' }, '.cache()'],
    ['a hint', { method: 'hint', name: 'merge' }, '.hint("merge")'],
  ])('writes %s', async (_, operation, text) => {
    expect(
      await edited('orders.limit(9).select("status", "amount").show()\n', insert('limit', operation)),
    ).toBe(`orders.limit(9)${text}.select("status", "amount").show()\n`);
  });

  it('writes groups with their aggregates', async () => {
    const operation: NewOperation = {
      method: 'groupBy',
      keys: ['status'],
      aggregates: [{ function: 'sum', column: 'amount', as: 'total' }, { function: 'count' }],
    };
    expect(await edited('(orders\n  .distinct()\n).show()\n', insert('distinct', operation))).toBe(
      '(orders\n  .distinct()\n  .groupBy("status")\n  .agg(F.sum("amount").alias("total"), F.count("*"))\n).show()\n',
    );
  });

  it('puts names that would read as paths into backticks, and uses the quotes of the file', async () => {
    const operation: NewOperation = { method: 'orderBy', columns: [{ name: 'a.b' }] };
    const given: Given = {
      catalog: {},
      prelude:
        "from pyspark.sql import SparkSession\nspark = SparkSession.builder.getOrCreate()\norders = spark.read.parquet('data/orders')\n",
    };
    expect(
      await edited(
        "orders.limit(5).withColumn('a.b', orders.x).show()\n",
        insert('withColumn', operation),
        given,
      ),
    ).toBe("orders.limit(5).withColumn('a.b', orders.x).orderBy('`a.b`').show()\n");
  });
});

describe('inserting in another file of the program', () => {
  it('writes there, with the imports of that file', async () => {
    const files = { 'steps.py': 'import os\n\n\ndef few(df):\n    return df.distinct()\n' };
    const answer = await answerTo(
      'from steps import few\nfew(orders).show()\n',
      insert('distinct', { method: 'withColumn', name: 'x', column: { name: 'amount' } }),
      { files },
    );
    expect(answer).toMatchObject({
      ok: true,
      edits: [
        { file: 'steps.py', from: 49, to: 49, text: '.withColumn("x", F.col("amount"))' },
        { file: 'steps.py', from: 9, to: 9, text: '\nfrom pyspark.sql import functions as F' },
      ],
      intends: { rewritten: ['withColumn'], keeps: 'nothing' },
    });
  });
});

describe('functions are written as the file names them:', () => {
  const program = (imports: string, rest: string): string =>
    `${imports}from pyspark.sql import SparkSession\nspark = SparkSession.builder.getOrCreate()\nspark.read.parquet("data/orders")${rest}.show()\n`;
  const desc: NewOperation = { method: 'orderBy', columns: [{ name: 'amount', descending: true }] };
  it.each([
    ['import pyspark.sql.functions as fn\n', '.orderBy(fn.desc("amount"))'],
    ['import pyspark.sql.functions\n', '.orderBy(pyspark.sql.functions.desc("amount"))'],
    ['from pyspark.sql import functions\n', '.orderBy(functions.desc("amount"))'],
    ['from pyspark.sql.functions import desc as down\n', '.orderBy(down("amount"))'],
    ['from pyspark.sql.functions import *\n', '.orderBy(desc("amount"))'],
  ])('%j', async (imports, text) => {
    expect(await edited(program(imports, ''), insert('parquet', desc), { prelude: '' })).toBe(
      program(imports, text),
    );
  });

  it('an import is added behind those of Spark where there is none', async () => {
    expect(await edited(`import os\n${program('', '')}`, insert('parquet', desc), { prelude: '' })).toBe(
      `import os\nfrom pyspark.sql import SparkSession\nfrom pyspark.sql import functions as F\nspark = SparkSession.builder.getOrCreate()\nspark.read.parquet("data/orders").orderBy(F.desc("amount")).show()\n`,
    );
  });

  it('an import is the first line of a notebook without any', async () => {
    expect(
      await edited(
        '"""A report."""\nspark.range(5).show()\n',
        insert('range', { method: 'filter', condition: { python: 'F.col("id") > 1' } }),
        { prelude: '' },
      ),
    ).toBe(
      '"""A report."""\nfrom pyspark.sql import functions as F\nspark.range(5).filter(F.col("id") > 1).show()\n',
    );
  });

  it('another name is taken where F means something else', async () => {
    expect(
      await edited(
        'F = 3\nspark.range(F).show()\n',
        insert('range', { method: 'withColumn', name: 'x', column: { name: 'id' } }),
        { prelude: '' },
      ),
    ).toBe(
      'from pyspark.sql import functions\nF = 3\nspark.range(F).withColumn("x", functions.col("id")).show()\n',
    );
  });

  it('an expression is written with the module name of the file', async () => {
    const filter: NewOperation = { method: 'filter', condition: { python: 'F.col("amount") > F.lit(1)' } };
    const imports = 'import pyspark.sql.functions as fn\n';
    expect(await edited(program(imports, ''), insert('parquet', filter), { prelude: '' })).toBe(
      program(imports, '.filter(fn.col("amount") > fn.lit(1))'),
    );
  });
});

describe('inserting before a write', () => {
  const beforeWrite = (find: Find) =>
    ({ kind: 'insert', after: find('filter'), before: find('parquet'), operation: LIMIT }) as const;

  it('changes what is written, and leaves how it is written', async () => {
    const program = 'orders.filter("amount > 5").write.mode("overwrite").parquet("out")\n';
    expect(await edited(program, beforeWrite)).toBe(
      'orders.filter("amount > 5").limit(5).write.mode("overwrite").parquet("out")\n',
    );
    expect(await edited('(orders\n .filter("amount > 5")\n .write.parquet("out"))\n', beforeWrite)).toBe(
      '(orders\n .filter("amount > 5")\n .limit(5)\n .write.parquet("out"))\n',
    );
  });

  it('is refused where the writer comes from a variable', async () => {
    expect(
      await edited('writer = orders.filter("amount > 5").write\nwriter.parquet("out")\n', beforeWrite),
    ).toContain('is not plain');
  });
});

describe('inserting a join', () => {
  const join = (part: Partial<Extract<NewOperation, { method: 'join' }>> = {}): NewOperation => ({
    ...{ method: 'join', other: 'customers', on: ['customer_id'], how: 'inner' },
    ...part,
  });

  it('reads another DataFrame of the program by its name', async () => {
    expect(await edited('orders.distinct().show()\n', insert('distinct', join()))).toBe(
      'orders.distinct().join(customers, "customer_id").show()\n',
    );
    const left = join({ how: 'left', on: ['customer_id', 'customer_id'] });
    expect(await edited('orders.distinct().show()\n', insert('distinct', left))).toContain(
      '.join(customers, ["customer_id", "customer_id"], "left")',
    );
    expect(await edited('orders.distinct().show()\n', insert('distinct', join({ how: 'cross' })))).toContain(
      '.crossJoin(customers)',
    );
  });

  it('is on one edge where the reader is named, the second time that a join reads the same too', async () => {
    const program = 'orders.distinct()\norders.join(orders, "order_id").show()\n';
    const onRight = (find: Find) =>
      ({
        kind: 'insert',
        after: find('parquet', 0),
        before: find('join'),
        input: 1,
        operation: LIMIT,
      }) as const;
    expect(await edited(program, onRight)).toBe(program.replace('join(orders,', 'join(orders.limit(5),'));
  });

  it('is refused without a column, and where the other one has no name or no such column', async () => {
    const program = 'few = orders.distinct()\nlater = few.limit(3)\nlater.show()\n';
    expect(await edited(program, insert('distinct', join({ on: [] })))).toContain(
      'It needs a column that both sides have',
    );
    expect(await edited(program, insert('distinct', join({ other: 'later' })))).toBe(
      'no: No DataFrame has the name later there.',
    );
    expect(await edited(program, insert('distinct', join({ on: ['country'] })))).toContain('country');
  });
});

describe('inserting is refused', () => {
  it('of what is no expression', async () => {
    for (const python of ['1) + (2', 'x =', 'a, b', '1  # one', 'F.col("a"', '', 'import os', '*x']) {
      const filter: NewOperation = { method: 'filter', condition: { python } };
      expect(await edited('orders.distinct().show()\n', insert('distinct', filter))).toBe(
        `no: \`${python}\` is not one Python expression.`,
      );
    }
  });

  it('of an expression with a name that nothing has', async () => {
    const filter: NewOperation = { method: 'filter', condition: { python: 'F.col("amount") > smallest' } };
    expect(await edited('orders.distinct().show()\nsmallest = 3\n', insert('distinct', filter))).toBe(
      'no: `smallest` in `F.col("amount") > smallest` is not defined there.',
    );
    expect(await edited('smallest = 3\norders.distinct().show()\n', insert('distinct', filter))).toContain(
      '> smallest)',
    );
  });

  it('where a later operation would miss a column', async () => {
    const select: NewOperation = { method: 'select', columns: [{ name: 'status' }] };
    expect(
      await edited('orders.distinct().withColumn("x", F.col("amount")).show()\n', insert('distinct', select)),
    ).toBe('no: Line 5 would have a problem: no column amount.');
  });

  it('behind an action, groups or a statement that nobody reads', async () => {
    expect(await edited('orders.show()\n', insert('show'))).toContain('gives no DataFrame');
    expect(await edited('orders.groupBy("status").count().show()\n', insert('groupBy'))).toContain(
      'gives no DataFrame',
    );
    expect(await edited('orders.cache()\norders.show()\n', insert('cache'))).toContain(
      'Nothing uses what cache()',
    );
  });

  it('where others read the same', async () => {
    expect(await edited('few = orders.distinct()\nfew.count()\nfew.show()\n', insert('distinct'))).toContain(
      'used in 2 places (lines 6 and 7)',
    );
  });

  it('of numbers that Spark would not take', async () => {
    expect(
      await edited('orders.distinct().show()\n', insert('distinct', { method: 'coalesce', partitions: 0 })),
    ).toBe('no: 0 is no whole number from 1 to 2147483647.');
    expect(
      await edited('orders.distinct().show()\n', insert('distinct', { method: 'limit', rows: 1.5 })),
    ).toContain('1.5 is no whole number');
  });

  it('of a function that Spark does not have', async () => {
    const group: NewOperation = {
      method: 'groupBy',
      keys: ['status'],
      aggregates: [{ function: 'total', column: 'amount' }],
    };
    expect(await edited('orders.distinct().show()\n', insert('distinct', group))).toBe(
      'no: Spark has no function total.',
    );
  });
});
