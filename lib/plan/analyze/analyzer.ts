import type { Attribute } from '../expression/expression.ts';
import type { JoinStrategyHint, JoinType, LogicalPlan } from '../logical/logical-plan.ts';
import type { DataType, Field } from '../types/data-type.ts';
import type { Column, UdfCall } from './column.ts';
import type { Query } from './query.ts';

/**
 * Builds resolved plans, one operation of a program after the other, as Spark's analyzer does when a DataFrame is made.
 * Nothing here throws for a program's fault: a name that is not there becomes an unknown attribute, an operation that
 * makes no sense an Opaque node, and `problems` says what and where.
 */
export interface Analyzer {
  /** What could not be resolved, in the order of the operations. */
  readonly problems: readonly Problem[];
  /** `spark.udf.register`, CREATE FUNCTION: from here on SQL text may call it. */
  registerFunction(name: string, udf: RegisteredFunction): void;

  // Sources. `at` is the operation in the program, see LogicalPlan.
  relation(source: SourceText, at: number): LogicalPlan;
  range(start: number, end: number, step: number, slices: number | undefined, at: number): LogicalPlan;
  /** createDataFrame: from a list or RDD (`rdd`) or held in the plan (`local`). */
  rows(
    of: 'rdd' | 'local',
    fields: readonly Field[],
    rows: number | undefined,
    partitions: number | undefined,
    at: number,
  ): LogicalPlan;
  query(query: Query, views: Views, at: number): LogicalPlan;
  opaque(what: string, fields: readonly Field[], children: readonly LogicalPlan[], at: number): LogicalPlan;

  // Columns.
  /** `df["name"]`; undefined when the plan has no such column. Sets `Reference.attribute`. */
  attribute(plan: LogicalPlan, name: string): Attribute | undefined;
  output(plan: LogicalPlan): readonly Attribute[];
  project(child: LogicalPlan, columns: readonly Column[], at: number): LogicalPlan;
  withColumns(
    child: LogicalPlan,
    columns: readonly (readonly [name: string, column: Column])[],
    at: number,
  ): LogicalPlan;
  rename(
    child: LogicalPlan,
    names: readonly (readonly [from: string, to: string])[],
    at: number,
  ): LogicalPlan;
  toNames(child: LogicalPlan, names: readonly string[], at: number): LogicalPlan;
  drop(child: LogicalPlan, columns: readonly (string | Column)[], at: number): LogicalPlan;
  alias(child: LogicalPlan, name: string, at: number): LogicalPlan;

  // Rows.
  filter(child: LogicalPlan, condition: Column, at: number): LogicalPlan;
  /** `subset` undefined: all columns. */
  dropNulls(
    child: LogicalPlan,
    how: { readonly least: number } | 'any' | 'all',
    subset: readonly string[] | undefined,
    at: number,
  ): LogicalPlan;
  fillNulls(
    child: LogicalPlan,
    value: Column | Readonly<Record<string, Column>>,
    subset: readonly string[] | undefined,
    at: number,
  ): LogicalPlan;
  /** Only columns of `values`' kind are touched: numbers, strings or booleans; all when it is not known. */
  replaceValues(
    child: LogicalPlan,
    subset: readonly string[] | undefined,
    at: number,
    values?: DataType,
  ): LogicalPlan;
  distinct(child: LogicalPlan, at: number): LogicalPlan;
  dropDuplicates(child: LogicalPlan, subset: readonly string[] | undefined, at: number): LogicalPlan;
  sample(child: LogicalPlan, fraction: number | undefined, withReplacement: boolean, at: number): LogicalPlan;
  /** The parts of randomSplit: sorted locally by every column that can be, then sampled. */
  randomSplit(child: LogicalPlan, weights: readonly number[], at: number): readonly LogicalPlan[];
  limit(child: LogicalPlan, rows: number | undefined, at: number): LogicalPlan;
  offset(child: LogicalPlan, rows: number | undefined, at: number): LogicalPlan;
  sort(child: LogicalPlan, order: readonly Column[], global: boolean, at: number): LogicalPlan;
  unpivot(
    child: LogicalPlan,
    ids: readonly Column[],
    values: readonly Column[] | undefined,
    variableName: string,
    valueName: string,
    at: number,
  ): LogicalPlan;

  // Several plans.
  join(
    left: LogicalPlan,
    right: LogicalPlan,
    on: readonly string[] | Column | undefined,
    how: JoinType,
    at: number,
  ): LogicalPlan;
  hint(child: LogicalPlan, hint: JoinStrategyHint, at: number): LogicalPlan;
  union(
    left: LogicalPlan,
    right: LogicalPlan,
    by: 'position' | 'name',
    allowMissing: boolean,
    at: number,
  ): LogicalPlan;
  setOperation(
    kind: 'Intersect' | 'Except',
    all: boolean,
    left: LogicalPlan,
    right: LogicalPlan,
    at: number,
  ): LogicalPlan;

  // Groups.
  aggregate(child: LogicalPlan, grouping: Grouping, aggregates: readonly Column[], at: number): LogicalPlan;
  mapGroups(
    child: LogicalPlan,
    keys: readonly Column[],
    operator: 'FlatMapGroupsInPandas' | 'FlatMapGroupsInArrow',
    fields: readonly Field[],
    at: number,
  ): LogicalPlan;
  mapCogroups(
    left: LogicalPlan,
    leftKeys: readonly Column[],
    right: LogicalPlan,
    rightKeys: readonly Column[],
    fields: readonly Field[],
    at: number,
  ): LogicalPlan;
  mapPartitions(
    child: LogicalPlan,
    operator: 'MapInPandas' | 'MapInArrow',
    fields: readonly Field[],
    at: number,
  ): LogicalPlan;

  // Partitioning, caching, cutting, writing.
  repartition(child: LogicalPlan, partitions: number | undefined, shuffle: boolean, at: number): LogicalPlan;
  repartitionBy(
    child: LogicalPlan,
    keys: readonly Column[],
    partitions: number | undefined,
    by: 'hash' | 'range' | 'rebalance',
    at: number,
  ): LogicalPlan;
  cached(child: LogicalPlan, cacheId: number, at: number): LogicalPlan;
  /** checkpoint and localCheckpoint: the plan ends here, its partitioning stays. */
  cut(child: LogicalPlan, at: number): LogicalPlan;
  write(
    child: LogicalPlan,
    format: string,
    target: string | undefined,
    partitionBy: readonly string[],
    bucketBy: { readonly columns: readonly string[]; readonly count: number } | undefined,
    at: number,
  ): LogicalPlan;
}

export type RegisteredFunction = Pick<UdfCall, 'name' | 'type' | 'mode' | 'deterministic'>;

export interface Problem {
  readonly at: number;
  readonly what: string;
  readonly effect: string;
}

export interface SourceText {
  /** Path or table name; several paths are joined by commas. */
  readonly source: string;
  readonly format: string;
  /** A schema given in the program; otherwise the catalog's, otherwise unknown columns. */
  readonly fields: readonly Field[] | undefined;
}

export interface Grouping {
  readonly columns: readonly Column[];
  readonly mode: 'plain' | 'rollup' | 'cube' | 'sets';
  readonly sets?: readonly (readonly number[])[];
  readonly pivot?: {
    readonly column: Column;
    readonly values: readonly (string | number | bigint | boolean | null)[] | undefined;
  };
}

/** Temp views by lower-case name. */
export type Views = ReadonlyMap<string, LogicalPlan>;
