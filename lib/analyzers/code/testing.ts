import type { Catalog, SparkVersion } from '#lib/plan/settings.ts';
import * as sql from '#lib/pyspark/sql/parse-sql.ts';
import { nodeWasmFiles } from '#lib/pyspark/syntax/node-wasm.ts';
import { loadPython } from '#lib/pyspark/syntax/parser.ts';
import { readForRules } from './read-program.ts';
import type { Rule } from './rule.ts';
import { type Found, runRules } from './run-rules.ts';

const GIB = 2 ** 30;

/** Two large sources and a small one that every test program may read. */
const CATALOG: Catalog = {
  'data/events': {
    format: 'parquet',
    columns: [
      { name: 'event_id', type: 'bigint' },
      { name: 'user_id', type: 'bigint' },
      { name: 'kind', type: 'string' },
      { name: 'ts', type: 'timestamp' },
      { name: 'amount', type: 'double' },
      { name: 'tags', type: 'array<string>' },
    ],
    bytes: 50 * GIB,
    rows: 1_000_000_000,
    partitionColumns: [],
  },
  'data/users': {
    format: 'parquet',
    columns: [
      { name: 'user_id', type: 'bigint' },
      { name: 'country', type: 'string' },
      { name: 'code', type: 'string' },
    ],
    bytes: 5 * GIB,
    rows: 50_000_000,
  },
  'data/countries': {
    format: 'parquet',
    columns: [
      { name: 'country', type: 'string' },
      { name: 'region', type: 'string' },
    ],
    bytes: 4_000,
    fileBytes: [4_000],
    rows: 200,
  },
};

/** Lines that every test program begins with; findings count lines from the one after them. */
const PRELUDE = [
  'from pyspark.sql import SparkSession, Window, functions as F',
  'spark = SparkSession.builder.getOrCreate()',
  'sc = spark.sparkContext',
  'events = spark.read.parquet("data/events")',
  'users = spark.read.parquet("data/users")',
  'countries = spark.read.parquet("data/countries")',
  '',
].join('\n');
const BEFORE = PRELUDE.split('\n').length - 1;

const language = await loadPython(nodeWasmFiles());

export interface Given {
  readonly conf?: Readonly<Record<string, string>>;
  readonly spark?: SparkVersion;
  readonly prelude?: false;
}

export async function find(
  rules: readonly Rule[],
  text: string,
  given: Given = {},
): Promise<readonly Found[]> {
  const whole = given.prelude === false ? text : PRELUDE + text;
  const context = await readForRules(new Map([['main.py', { text: whole }]]), 'main.py', {
    language,
    settings: { spark: given.spark ?? '3.5', cores: 4, conf: given.conf ?? {} },
    catalog: CATALOG,
    loadSql: async () => sql,
  });
  return runRules(context, rules);
}

/** What one rule, or several, find in a program: `line ID`, lines counted from the test's own first. */
export async function lintText(
  rules: Rule | readonly Rule[],
  text: string,
  given: Given = {},
): Promise<readonly string[]> {
  const found = await find('check' in rules ? [rules] : rules, text, given);
  const before = given.prelude === false ? 0 : BEFORE;
  return found.map(({ rule, where }) => `${where.line - before} ${rule.id}`);
}

/** The program after the fixes of what was found; findings without one change nothing. */
export async function fixed(rule: Rule, text: string, given: Given = {}): Promise<string> {
  const found = await find([rule], text, given);
  const before = given.prelude === false ? '' : PRELUDE;
  const edits = found.flatMap(({ fix }) => fix?.edits ?? []).toSorted((a, b) => b.from - a.from);
  const whole = edits.reduce(
    (all, edit) => all.slice(0, edit.from) + edit.text + all.slice(edit.to),
    before + text,
  );
  return whole.slice(before.length);
}
