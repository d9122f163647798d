import { describe, expect, it } from 'vitest';
import { predictProject } from './predict.ts';
import { nodeWasmFiles } from './syntax/node-wasm.ts';
import { loadPython } from './syntax/parser.ts';
import { CATALOG } from './testing.ts';

const language = await loadPython(nodeWasmFiles());

function predict(files: Readonly<Record<string, string>>, main = 'main.py') {
  return predictProject(new Map(Object.entries(files).map(([path, text]) => [path, { text }])), main, {
    language,
    catalog: CATALOG,
    settings: { spark: '3.5', cores: 4, conf: { 'spark.sql.adaptive.enabled': 'false' } },
    loadSql: () => import('./sql/parse-sql.ts'),
  });
}

describe('predictProject', () => {
  it('gives exchanges, jobs, stages and lineage of each action', async () => {
    const prediction = await predict({
      'main.py': `orders = spark.read.parquet("data/orders")
totals = orders.groupBy("status").agg({"amount": "sum"})
totals.collect()
`,
    });
    expect(prediction.eager).toEqual([{ line: 1, method: 'parquet', jobs: 1 }]);
    expect(prediction.actions).toHaveLength(1);
    expect(prediction.actions[0]).toMatchObject({
      line: 3,
      method: 'collect',
      exchanges: [{ kind: 'hash', keys: ['status'], numPartitions: 200, line: 2 }],
      joins: [],
      jobs: 1,
      stages: 2,
      lineage: { status: [['data/orders', 'status']], 'sum(amount)': [['data/orders', 'amount']] },
    });
    expect(prediction.unresolved).toEqual([]);
  });

  it('says that the shuffle of a count comes from the count, and that of a group from its aggregation', async () => {
    const { actions } = await predict({
      'main.py': `totals = spark.read.parquet("data/orders").groupBy("status").count()
totals.count()
totals.orderBy("count").show()
`,
    });
    const lines = actions.map(({ exchanges }) => exchanges.map(({ kind, line }) => `${kind} ${line}`));
    expect(lines).toEqual([['single 2', 'hash 1'], ['hash 1']]);
  });

  it('brings the SQL parser when a program has SQL text', async () => {
    const { actions, unresolved } = await predict({
      'main.py':
        'spark.read.parquet("data/orders").filter("amount > 3 and status = \'x\'").select("amount").show()',
    });
    expect(actions[0]?.lineage).toEqual({ amount: [['data/orders', 'amount']] });
    expect(unresolved).toEqual([]);
  });

  it('starts again from the top when SQL text comes where none was likely', async () => {
    const { actions, eager, unresolved } = await predict({
      'main.py': `orders = spark.read.parquet("data/orders")
orders.count()
wanted = "amount > 3"
orders.where(wanted).select("amount").show()
`,
    });
    expect(eager.map(({ line }) => line)).toEqual([1]);
    expect(actions.map(({ line, method }) => `${line} ${method}`)).toEqual(['2 count', '4 show']);
    expect(actions[1]?.lineage).toEqual({ amount: [['data/orders', 'amount']] });
    expect(unresolved).toEqual([]);
  });

  it('names the file where a project has several', async () => {
    const { actions } = await predict({
      'main.py': 'from jobs import run\nrun(spark.read.parquet("data/orders"))',
      'jobs.py': 'def run(df):\n    df.count()\n',
    });
    expect(actions.map(({ file, line }) => `${file}:${line}`)).toEqual(['jobs.py:2']);
  });

  it('says what it does not know', async () => {
    const { unresolved } = await predict({
      'main.py': 'import sys\nspark.read.parquet(sys.argv[1]).select("a").show()',
    });
    expect(unresolved[0]).toMatchObject({ line: 2, what: 'a source whose name depends on the run' });
  });
});
