import { beforeAll, describe, expect, it } from 'vitest';
import { type PredictOptions, predictProject } from '#lib/pyspark/predict.ts';
import { nodeWasmFiles } from '#lib/pyspark/syntax/node-wasm.ts';
import { loadPython } from '#lib/pyspark/syntax/parser.ts';
import { CATALOG } from '#lib/pyspark/testing.ts';
import { OPERATIONS } from './operation-list.ts';

const PRELUDE = `from pyspark.sql import SparkSession
spark = SparkSession.builder.getOrCreate()
orders = spark.read.parquet("data/orders")
customers = spark.read.parquet("data/customers")
`;

let options: Omit<PredictOptions, 'settings'>;

beforeAll(async () => {
  options = {
    language: await loadPython(nodeWasmFiles()),
    catalog: CATALOG,
    loadSql: () => import('#lib/pyspark/sql/parse-sql.ts'),
  };
});

describe('the page of an operation says what is predicted for its example:', () => {
  it.each(OPERATIONS)('$id', async ({ example, exchanges, conf = {} }) => {
    const sources = new Map([['main.py', { text: PRELUDE + example }]]);
    const settings = { spark: '4.3', cores: 4, conf } as const;
    const { actions, unresolved } = await predictProject(sources, 'main.py', { ...options, settings });
    expect(unresolved).toEqual([]);
    expect(actions).toHaveLength(1);
    expect(actions[0]!.exchanges.map(({ kind }) => kind).sort()).toEqual([...exchanges].sort());
  });
});

describe('the pages of operations', () => {
  it('have addresses of their own', () => {
    expect(new Set(OPERATIONS.map(({ id }) => id)).size).toBe(OPERATIONS.length);
    for (const { id } of OPERATIONS) expect(id).toMatch(/^[A-Za-z-]+$/);
  });
});
