import { createAnalyzer } from '#lib/plan/analyze/create-analyzer.ts';
import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { outputOf } from '#lib/plan/logical/output.ts';
import { childrenOf } from '#lib/plan/logical/traverse.ts';
import type { Catalog, SparkVersion } from '#lib/plan/settings.ts';
import { interpretProject } from './interpret/interpreter.ts';
import type { Action, Program } from './program.ts';
import * as sql from './sql/parse-sql.ts';
import { nodeWasmFiles } from './syntax/node-wasm.ts';
import { loadPython } from './syntax/parser.ts';

/** Two sources that every test program may read. */
export const CATALOG: Catalog = {
  'data/orders': {
    format: 'parquet',
    columns: [
      { name: 'order_id', type: 'bigint' },
      { name: 'customer_id', type: 'bigint' },
      { name: 'status', type: 'string' },
      { name: 'amount', type: 'double' },
    ],
    files: 2,
    bytes: 20_000,
    fileBytes: [10_000, 10_000],
    rows: 1000,
  },
  'data/customers': {
    format: 'parquet',
    columns: [
      { name: 'customer_id', type: 'bigint' },
      { name: 'country', type: 'string' },
    ],
    files: 1,
    bytes: 2_000,
    fileBytes: [2_000],
    rows: 100,
  },
};

/** Lines that most programs begin with; tests leave them out. */
const PRELUDE = [
  'from pyspark.sql import SparkSession, Window, functions as F',
  'spark = SparkSession.builder.getOrCreate()',
  'orders = spark.read.parquet("data/orders")',
  'customers = spark.read.parquet("data/customers")',
  '',
].join('\n');

const language = await loadPython(nodeWasmFiles());

export interface Outcome {
  readonly program: Program;
  /** `line method`, with `?` where it depends on the run; lines count from the first line of the test's own text. */
  readonly actions: readonly string[];
  readonly eager: readonly string[];
  readonly notes: readonly string[];
  readonly steps: readonly Action[];
}

export interface Given {
  readonly prelude?: boolean;
  readonly files?: Readonly<Record<string, string>>;
  readonly main?: string;
  readonly conf?: Readonly<Record<string, string>>;
  readonly spark?: SparkVersion;
}

export function interpret(text: string, given: Given = {}): Outcome {
  const prelude = given.prelude === false ? '' : PRELUDE;
  const main = given.main ?? 'main.py';
  const files = new Map([
    ...Object.entries(given.files ?? {}).map(([path, each]) => [path, { text: each }] as const),
    [main, { text: prelude + text }] as const,
  ]);
  const settings = { spark: given.spark ?? '3.5', cores: 4, conf: given.conf ?? {} } as const;
  const analyzer = createAnalyzer(settings, CATALOG);
  const { program } = interpretProject(files, main, { language, analyzer, settings, sql, catalog: CATALOG });
  const before = prelude === '' ? 0 : prelude.split('\n').length - 1;
  const shown = (at: number, method: string): string => {
    const { name } = program.operations[at]!;
    return name.file === main ? `${name.line - before} ${method}` : `${name.file}:${name.line} ${method}`;
  };
  const steps = program.steps.filter((step) => 'on' in step);
  return {
    program,
    steps,
    actions: steps.map((step) => shown(step.at, step.method) + (step.depends ? '?' : '')),
    eager: program.steps
      .filter((step) => 'does' in step && program.operations[step.at]!.name.line > before)
      .map((step) => shown(step.at, step.method)),
    notes: program.unresolved.map(({ where, what }) => `${where.line - before}: ${what}`),
  };
}

/** The plan of the n-th action as the names of its nodes, sources with theirs: `Aggregate(Filter(orders))`. */
export function plan(outcome: Outcome, n = 0): string {
  const { on } = outcome.steps[n]!;
  return on.kind === 'rdd' ? on.rdd.kind : shapeOf(on.plan);
}

function shapeOf(node: LogicalPlan): string {
  if (node.kind === 'Relation') return node.source.replace('data/', '');
  const children = childrenOf(node).map(shapeOf);
  return children.length === 0 ? node.kind : `${node.kind}(${children.join(', ')})`;
}

/** Names and types of the columns of the n-th action. */
export function columns(outcome: Outcome, n = 0): readonly string[] {
  const { on } = outcome.steps[n]!;
  if (on.kind === 'rdd') return [];
  const of = on.plan.kind === 'Write' ? on.plan.child : on.plan;
  return outputOf(of).map((attribute) => `${attribute.name} ${attribute.type.kind}`);
}
