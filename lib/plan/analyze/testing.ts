import { parseExpression, parseSql } from '#lib/pyspark/sql/parse-sql.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { planText } from '../logical/text.ts';
import type { CatalogSource, PlanSettings, SparkVersion } from '../settings.ts';
import { typeName } from '../types/data-type.ts';
import { parseSchema } from '../types/parse-type.ts';
import type { Analyzer } from './analyzer.ts';
import type { Column } from './column.ts';
import { createAnalyzer } from './create-analyzer.ts';

/** Tables for tests, as DDL. */
export const TABLES: Readonly<Record<string, string>> = {
  orders: 'order_id bigint, customer_id bigint, region string, amount double, day date',
  customers: 'customer_id bigint, name string, segment string',
  staff: 'emp_id int, manager_id int, salary int',
  visits:
    'user_id bigint, ts timestamp, pages array<string>, geo struct<city:string,zip:int>, tags map<string,int>',
};

/** An analyzer that knows the tables, and each of them as a plan. */
export class TestBench {
  readonly analyzer: Analyzer;
  readonly plans: ReadonlyMap<string, LogicalPlan>;

  /** `sized: false` for tables whose sizes nobody told; `known`: more of them, by name. */
  constructor(
    spark: SparkVersion = '3.5',
    conf: PlanSettings['conf'] = {},
    {
      sized = true,
      known = {},
    }: { sized?: boolean; known?: Readonly<Record<string, Partial<CatalogSource>>> } = {},
  ) {
    const sources = Object.entries(TABLES).map(([name, ddl]): [string, CatalogSource] => [
      `data/${name}`,
      { ...sourceOf(ddl), ...(sized ? { bytes: 1000 } : {}), ...known[name] },
    ]);
    this.analyzer = createAnalyzer({ spark, cores: 4, conf }, Object.fromEntries(sources));
    this.plans = new Map(
      Object.keys(TABLES).map((name) => [
        name,
        this.analyzer.relation({ source: `data/${name}`, format: 'parquet', fields: undefined }, 0),
      ]),
    );
  }

  table(name: string): LogicalPlan {
    const plan = this.plans.get(name);
    if (plan === undefined) throw new Error(`no table ${name}`);
    return plan;
  }

  sql(text: string): LogicalPlan {
    const [statement] = parseSql(text).statements;
    if (statement?.kind !== 'query') throw new Error(`no query: ${text}`);
    return this.analyzer.query(statement.query, this.plans, 1);
  }
}

function sourceOf(ddl: string): CatalogSource {
  const columns = (parseSchema(ddl) ?? []).map(({ name, type }) => ({ name, type: typeName(type) }));
  return { format: 'parquet', columns };
}

/** A column from SQL text. */
export function col(text: string): Column {
  const column = parseExpression(text);
  if ('message' in column) throw new Error(column.message);
  return column;
}

export function planOf(sql: string, spark: SparkVersion = '3.5'): LogicalPlan {
  return new TestBench(spark).sql(sql);
}

/** The plan as a tree, without what every test has: the tables' columns. */
export function treeOf(sql: string, spark: SparkVersion = '3.5'): string {
  return shortTree(planOf(sql, spark));
}

export function shortTree(plan: LogicalPlan): string {
  return planText(plan).replace(/^(\s*)Relation parquet data\/(\w+).*$/gm, '$1$2');
}

/** `name type`, with `!` where it is never null. */
export function columnsOf(plan: LogicalPlan): readonly string[] {
  return outputOf(plan).map(({ name, type, nullable }) => `${name} ${typeName(type)}${nullable ? '' : '!'}`);
}

export function columnsOfSql(sql: string, spark: SparkVersion = '3.5'): readonly string[] {
  return columnsOf(planOf(sql, spark));
}
