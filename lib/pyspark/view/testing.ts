import type { Catalog } from '#lib/plan/settings.ts';
import { type ReadProject, readProject } from '../predict-program.ts';
import type { PredictionMemo } from '../prediction-memo.ts';
import * as sql from '../sql/parse-sql.ts';
import { nodeWasmFiles } from '../syntax/node-wasm.ts';
import { loadPython } from '../syntax/parser.ts';
import { CATALOG } from '../testing.ts';
import { type ViewedProgram, viewProgram } from './program-view.ts';

const PRELUDE = `from pyspark.sql import SparkSession, Window, functions as F
spark = SparkSession.builder.getOrCreate()
orders = spark.read.parquet("data/orders")
customers = spark.read.parquet("data/customers")
`;

const options = {
  language: await loadPython(nodeWasmFiles()),
  settings: { spark: '4.3', cores: 4, conf: { 'spark.sql.autoBroadcastJoinThreshold': '-1' } },
  catalog: CATALOG,
  loadSql: async () => sql,
} as const;

export interface Viewed extends ViewedProgram {
  readonly read: ReadProject;
  /** The whole text, with the lines that every test program begins with. */
  readonly text: string;
}

/** What a page would get for a program; two sources are there already. */
export async function viewText(
  own: string,
  files: Readonly<Record<string, string>> = {},
  memo?: PredictionMemo,
  catalog: Catalog = CATALOG,
): Promise<Viewed> {
  const text = PRELUDE + own;
  const sources = new Map([
    ['main.py', { text }],
    ...Object.entries(files).map(([path, each]) => [path, { text: each }] as const),
  ]);
  const read = await readProject(sources, 'main.py', { ...options, catalog }, { calls: true });
  return { read, text, ...viewProgram(read, { ...options, catalog }, memo) };
}

export const SETTINGS = options.settings;
