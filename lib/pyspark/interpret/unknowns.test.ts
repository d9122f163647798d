import { describe, expect, it } from 'vitest';
import { columns, interpret, plan } from '../testing.ts';

describe('what depends on the run', () => {
  it('takes the branch that a constant decides', () => {
    const run = interpret(
      'DEBUG = False\nif DEBUG:\n    orders.show()\nelif not DEBUG and len([1]) == 1:\n    orders.count()\n',
    );
    expect(run.actions).toEqual(['5 count']);
  });

  it('shows both branches of other conditions, under the condition', () => {
    const run = interpret(
      'if orders.count() > 10:\n    orders.show()\nelse:\n    customers.show()\ncustomers.count()\n',
    );
    expect(run.actions).toEqual(['1 count', '2 show?', '4 show?', '5 count']);
    expect(run.steps[1]?.depends).toEqual(['orders.count() > 10']);
    expect(run.steps[2]?.depends).toEqual(['not (orders.count() > 10)']);
  });

  it('goes on with the names of the first branch, and says so', () => {
    const run = interpret(
      'import sys\nif len(sys.argv) > 1:\n    df = orders.filter("amount > 1")\nelse:\n    df = orders\ndf.count()\n',
    );
    expect(plan(run)).toBe('Filter(orders)');
    expect(run.notes).toEqual(['2: condition that depends on the run: len(sys.argv) > 1']);
  });

  it('leaves a branch that ends the program to the other one', () => {
    const run = interpret('import sys\nn = orders.count()\nif n == 0:\n    sys.exit(1)\norders.show()\n');
    expect(run.actions).toEqual(['2 count', '5 show']);
  });

  it('returns what a function returns when nothing goes wrong', () => {
    const run = interpret(`
import os
def load(path):
    if not os.path.exists(path):
        return None
    return spark.read.parquet(path)
load("data/orders").count()
`);
    expect(plan(run)).toBe('orders');
  });

  it('shows the body of a loop over unknown values once', () => {
    const run = interpret(
      'for row in orders.collect():\n    customers.filter(F.col("country") == row["c"]).count()\n',
    );
    expect(run.actions).toEqual(['1 collect', '2 count?']);
  });

  it('ends loops that only the run would end', () => {
    const run = interpret(
      'while True:\n    orders.count()\n    if orders.isEmpty():\n        break\nwhile orders.count() > 3:\n    orders = orders.limit(1)\norders.show()',
    );
    expect(run.actions).toEqual(['2 count?', '3 isEmpty?', '5 count', '7 show']);
  });

  it('takes the defaults of arguments and of the environment', () => {
    const run = interpret(`
import argparse, os
parser = argparse.ArgumentParser()
parser.add_argument("--in-path", default="data/orders")
args = parser.parse_args()
out = os.environ.get("OUT", "out/x")
spark.read.parquet(args.in_path).write.parquet(out)
`);
    expect(plan(run)).toBe('Write(orders)');
  });

  it('goes on with an opaque DataFrame after a function that nobody knows', () => {
    const run = interpret('import acme\ndf = acme.enrich(orders)\ndf.groupBy("x").count().show()\n');
    expect(run.actions).toEqual(['3 show']);
    expect(plan(run)).toBe('Aggregate(Opaque(orders))');
    expect(run.notes[0]).toContain('unknown function: acme.enrich');
  });

  it('keeps the rest of a select whose names are not all known', () => {
    const run = interpret(
      'import sys\norders.withColumn(sys.argv[1], F.lit(1)).select("status").collect()\n',
    );
    expect(columns(run)).toEqual(['status string']);
    expect(run.notes).toEqual(['2: dynamic column name']);
  });

  it('passes handlers over and runs finally', () => {
    const run = interpret(
      'try:\n    orders.count()\nexcept Exception as e:\n    customers.count()\nelse:\n    orders.show()\nfinally:\n    customers.show()\n',
    );
    expect(run.actions).toEqual(['2 count', '6 show', '8 show']);
  });

  it('gives up recursion without an end', () => {
    const run = interpret('def f(df):\n    return f(df.limit(1))\nf(orders)\norders.count()\n');
    expect(run.actions).toEqual(['4 count']);
  });
});

describe('programs that do very much', () => {
  it('cuts a loop without an end and goes on behind it', () => {
    const run = interpret(
      'n = 0\nfor i in range(10**6):\n    for j in range(10**6):\n        n += i * j\nwhile n >= 0:\n    n += 1\norders.count()\n',
    );
    expect(run.actions).toEqual(['7 count']);
    expect(run.notes.length).toBeGreaterThan(0);
  });
});

describe('text that breaks other analysers', () => {
  const hard: Readonly<Record<string, string>> = {
    'an empty file': '',
    'a null character': 'a = "\u0000"\n\u0000\n',
    'no Python at all': '<html><body class="x">{{ }}</body></html>',
    'half a program': 'df = spark.read.parquet("data/orders").filter(F.col("a") >',
    'tabs and spaces': 'if True:\n\tx = 1\n        y = 2\n',
    'a list that holds itself': 'a = []\na.append(a)\nprint(a == a, str(len(a)))\n',
    'a dict that holds itself': 'd = {}\nd["d"] = d\nfor k in d: d[k] = d\n',
    'a class that is its own base': 'class A: pass\nA.x = A\nclass A(A): pass\nA().y\n',
    'endless growth': 's = "x"\nwhile len(s) > 0:\n    s = s + s\n',
    'a very long chain': `orders${'.limit(1)'.repeat(3000)}.count()`,
    'a plan that doubles': 'for i in range(60):\n    orders = orders.union(orders)\norders.count()\n',
    'many turns': 'for i in range(10**9):\n    for j in range(10**9):\n        x = i * j\n',
    'wild unicode': 'ünï = "🙂"\ndf_ü = orders.withColumn("🙂", F.lit(ünï))\ndf_ü.count()\n',
    'prototype names':
      'orders.toString()\norders.constructor.name\n"".__proto__\nF.hasOwnProperty("x")\n{}["__proto__"]\n',
  };

  for (const [name, text] of Object.entries(hard)) {
    it(`reads ${name} within a second`, () => {
      const start = performance.now();
      expect(() => interpret(text)).not.toThrow();
      expect(performance.now() - start).toBeLessThan(1000);
    });
  }

  it('reads what stands around a broken part', () => {
    const run = interpret(
      'orders.count()\nx = orders.filter((\norders.show()\ndef f(:\n    pass\ncustomers.count()\n',
    );
    expect(run.actions).toEqual(['1 count', '3 show', '6 count']);
    expect(run.notes.filter((note) => note.includes('no Python'))).not.toHaveLength(0);
  });
});
