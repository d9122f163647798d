import { describe, expect, it } from 'vitest';
import { lineageEvents } from './lineage-events.ts';
import { nodeWasmFiles } from './syntax/node-wasm.ts';
import { loadPython } from './syntax/parser.ts';
import { CATALOG } from './testing.ts';

const language = await loadPython(nodeWasmFiles());

function events(text: string) {
  const options = {
    language,
    catalog: CATALOG,
    settings: { spark: '3.5', cores: 4, conf: {} },
    loadSql: () => import('./sql/parse-sql.ts'),
  } as const;
  return lineageEvents(new Map([['daily.py', { text }]]), 'daily.py', options, '2026-01-01T00:00:00Z');
}

describe('lineageEvents', () => {
  it('has for each write what is read, what is written and how each column comes about', async () => {
    const [event, ...others] = await events(`
orders = spark.read.parquet("data/orders")
orders.filter("amount > 3").groupBy("status").sum("amount").write.parquet("s3://lake/totals")
`);
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      eventTime: '2026-01-01T00:00:00Z',
      job: { namespace: 'daily.py', name: 'daily.py:3 parquet' },
      inputs: [{ namespace: 'file', name: 'data/orders' }],
      outputs: [{ namespace: 's3://lake', name: 'totals' }],
    });
    const { schema, columnLineage } = event!.outputs[0].facets;
    expect(schema.fields.map(({ name }) => name)).toEqual(['status', 'sum(amount)']);
    expect(columnLineage.fields['sum(amount)']).toMatchObject({
      inputFields: [
        {
          namespace: 'file',
          name: 'data/orders',
          field: 'amount',
          transformations: [{ subtype: 'AGGREGATION' }],
        },
      ],
    });
    expect(columnLineage.dataset.map(({ field }) => field)).toEqual(['amount', 'status']);
  });

  it('finds the sources of subqueries and caches', async () => {
    const [, event] = await events(`
items = spark.read.parquet("data/items").cache()
items.count()
spark.read.parquet("data/orders").createOrReplaceTempView("orders")
items.createOrReplaceTempView("items")
spark.sql("select * from orders where amount > (select count(*) from items)").show()
`);
    expect(event?.inputs.map(({ name }) => name)).toEqual(['data/items', 'data/orders']);
    expect(event?.outputs[0]).toMatchObject({ namespace: 'action', name: 'daily.py:6 show' });
  });

  it('says nothing of actions on RDDs', async () => {
    expect(await events('sc.parallelize([1, 2]).map(str).collect()')).toEqual([]);
  });
});
