import { describe, expect, it } from 'vitest';
import type { ArgumentText } from './graph-edit.ts';
import { edited, type Find, formFor } from './testing.ts';

const change =
  (method: string, ...args: readonly (string | ArgumentText)[]) =>
  (find: Find) =>
    ({
      kind: 'arguments',
      at: find(method),
      arguments: args.map((each) => (typeof each === 'string' ? { text: each } : each)),
    }) as const;

describe('changing arguments', () => {
  it('writes only the one that differs', async () => {
    const program = 'orders.select(\n    "status",  # first\n    ( "amount" ),\n).show()\n';
    expect(await edited(program, change('select', '"status"', '"order_id"'))).toBe(
      'orders.select(\n    "status",  # first\n    "order_id",\n).show()\n',
    );
  });

  it('adds and takes away at any place', async () => {
    const program = 'orders.select("status", "amount", "order_id").show()\n';
    const to = (args: string) => `orders.select(${args}).show()\n`;
    expect(await edited(program, change('select', '"status"'))).toBe(to('"status"'));
    expect(await edited(program, change('select', '"order_id"'))).toBe(to('"order_id"'));
    expect(await edited(program, change('select', '"status"', '"order_id"'))).toBe(
      to('"status", "order_id"'),
    );
    expect(
      await edited(program, change('select', '"customer_id"', '"status"', '"amount"', '"order_id"')),
    ).toBe(to('"customer_id", "status", "amount", "order_id"'));
    expect(await edited('orders.dropDuplicates().show()\n', change('dropDuplicates', '["status"]'))).toBe(
      'orders.dropDuplicates(["status"]).show()\n',
    );
    expect(await edited('orders.dropDuplicates(["status"]).show()\n', change('dropDuplicates'))).toBe(
      'orders.dropDuplicates().show()\n',
    );
  });

  it('keeps the comments between arguments', async () => {
    const program = 'orders.select(\n    "status",  # first\n    "amount",  # second\n).show()\n';
    expect(await edited(program, change('select', '"status"'))).toBe(
      'orders.select(\n    "status",  # first\n    ,  # second\n).show()\n'.replace('    ,', '    '),
    );
  });

  it('writes keywords as they are given', async () => {
    expect(
      await edited(
        'orders.join(customers, on="customer_id").show()\n',
        change('join', 'customers', { name: 'on', text: '"customer_id"' }, { name: 'how', text: '"left"' }),
      ),
    ).toBe('orders.join(customers, on="customer_id", how="left").show()\n');
  });

  it('leaves what is unpacked where it is', async () => {
    expect(
      await edited(
        'keys = ["status"]\norders.select("amount", *keys).show()\n',
        change('select', '"order_id"', 'keys'),
      ),
    ).toBe('keys = ["status"]\norders.select("order_id", *keys).show()\n');
  });

  it.each<[string, string, ReturnType<typeof change>, string]>([
    [
      'a column that is not there',
      'orders.select("status").show()\n',
      change('select', '"nothing"'),
      'Line 5 would have a problem: no column nothing.',
    ],
    [
      'what is no expression',
      'orders.limit(5).show()\n',
      change('limit', '5).drop("a"'),
      'is not one Python expression',
    ],
    [
      'a DataFrame',
      'orders.join(customers, "customer_id").show()\n',
      change('join', 'orders', '"customer_id"'),
      '`customers` stays: It is a DataFrame',
    ],
    [
      'a text that is put together',
      'n = 5\norders.filter(f"amount > {n}").show()\n',
      change('filter', '"amount > 6"'),
      'put together when the program runs',
    ],
    [
      'what several statements read',
      'few = orders.limit(5)\nfew.count()\nfew.show()\n',
      change('limit', '6'),
      'used in 2 places',
    ],
    [
      'SQL of a whole query',
      'orders.createOrReplaceTempView("o")\nspark.sql("SELECT 1 AS a").show()\n',
      change('sql', '"SELECT 2 AS a"'),
      'SQL text is not edited here',
    ],
    ['nothing', 'orders.limit(5).show()\n', change('limit', '5'), 'The arguments are these already.'],
    [
      'the same keyword twice',
      'orders.join(customers, on="customer_id").show()\n',
      change('join', 'customers', { name: 'on', text: '"customer_id"' }, { name: 'on', text: '"x"' }),
      'would be given on twice',
    ],
  ])('refuses %s', async (_, program, edit, why) => {
    const answer = await edited(program, edit);
    expect(answer).toMatch(/^no: /);
    expect(answer).toContain(why);
  });
});

describe('the form of an operation', () => {
  it('has the parameters of PySpark, and what the program gives for them', async () => {
    expect(await formFor('orders.join(customers, how="left", on=["customer_id"]).show()\n', 'join')).toEqual({
      method: 'join',
      parameters: ['other', 'on', 'how'].map((name) => ({ name, many: false })),
      arguments: [
        { parameter: 'other', text: 'customers', why: 'It is a DataFrame: change it where it is made.' },
        { name: 'how', parameter: 'how', text: '"left"' },
        { name: 'on', parameter: 'on', text: '["customer_id"]' },
      ],
    });
  });

  it('says which parameter takes any number', async () => {
    expect(await formFor('keys = ["status"]\norders.select("amount", *keys).show()\n', 'select')).toEqual({
      method: 'select',
      parameters: [{ name: 'cols', many: true }],
      arguments: [
        { parameter: 'cols', text: '"amount"' },
        { text: 'keys', why: 'Several arguments come from one value that is unpacked here.' },
      ],
    });
  });

  it('says why nothing can be changed', async () => {
    const form = await formFor('for n in [1, 2]:\n    orders.limit(n).show()\n', 'limit');
    expect(form).toMatchObject({ method: 'limit', arguments: [] });
    expect(form.why).toContain('is in a loop (line 5)');
  });
});
