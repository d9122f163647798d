import type { Attribute, Call, Expression, NamedExpression, SortOrder } from '../expression/expression.ts';
import type { SkewedColumn } from '../settings.ts';

/**
 * Resolved logical plans, named as Spark names the nodes. `at` is the operation in the source that made the node, as an
 * index into the program's operations; nodes that a rule made have the one of the node they came from.
 */
export type LogicalPlan =
  | Relation
  | Range
  | LocalRelation
  | RddRelation
  | OneRowRelation
  | InMemoryRelation
  | Project
  | Filter
  | Join
  | Aggregate
  | Window
  | Sort
  | GlobalLimit
  | LocalLimit
  | Offset
  | Tail
  | Distinct
  | Deduplicate
  | Union
  | SetOperation
  | Generate
  | Expand
  | Repartition
  | RepartitionByExpression
  | Sample
  | SubqueryAlias
  | JoinHint
  | PythonMap
  | PythonGroupMap
  | PythonCogroupMap
  | Opaque
  | Write
  | EmptyRelation;

interface Node {
  readonly at: number | undefined;
}

/** Files or a table with a schema. */
export interface Relation extends Node {
  readonly kind: 'Relation';
  /** As the program names it: a path or a table. */
  readonly source: string;
  readonly format: string;
  readonly output: readonly Attribute[];
  readonly partitionColumns: readonly string[];
  /** Bytes of the data files; undefined when nobody told. */
  readonly bytes: number | undefined;
  /** A guess for a size that nobody told, from how the query joins the source. */
  readonly assumedBytes?: number;
  readonly fileBytes: readonly number[] | undefined;
  readonly buckets?: { readonly columns: readonly string[]; readonly count: number };
  /** Columns with one value that has far more rows than others, as somebody told. */
  readonly skew?: readonly SkewedColumn[];
  /** Its schema is not known: it has the columns that the program names. */
  readonly open?: true;
}

export interface Range extends Node {
  readonly kind: 'Range';
  readonly start: number;
  readonly end: number;
  readonly step: number;
  /** undefined: default parallelism. */
  readonly slices: number | undefined;
  readonly output: readonly [Attribute];
}

/** Rows that the plan itself holds: VALUES, a small pandas frame in Spark 4. */
export interface LocalRelation extends Node {
  readonly kind: 'LocalRelation';
  readonly output: readonly Attribute[];
  /** undefined when the number of rows depends on the run. */
  readonly rows: number | undefined;
}

/** Rows of an RDD: createDataFrame of a list, toDF, a checkpoint. */
export interface RddRelation extends Node {
  readonly kind: 'RddRelation';
  readonly output: readonly Attribute[];
  readonly partitions: number | undefined;
  readonly rows: number | undefined;
  /** A checkpoint keeps the partitioning of the plan that it cut. */
  readonly checkpointOf?: LogicalPlan;
}

export interface OneRowRelation extends Node {
  readonly kind: 'OneRowRelation';
}

/** A cached DataFrame: its plan runs once, by itself. */
export interface InMemoryRelation extends Node {
  readonly kind: 'InMemoryRelation';
  readonly output: readonly Attribute[];
  readonly plan: LogicalPlan;
  readonly cacheId: number;
}

export interface Project extends Node {
  readonly kind: 'Project';
  readonly list: readonly NamedExpression[];
  /** Columns of the child that are left out but can be asked for: the other side's keys of a join with USING. */
  readonly hidden?: readonly Attribute[];
  /** It lets all columns of its child through, also those of a source whose schema is not known. */
  readonly open?: true;
  readonly child: LogicalPlan;
}

export interface Filter extends Node {
  readonly kind: 'Filter';
  readonly condition: Expression;
  readonly child: LogicalPlan;
}

export type JoinType =
  | 'Inner'
  | 'Cross'
  | 'LeftOuter'
  | 'RightOuter'
  | 'FullOuter'
  | 'LeftSemi'
  | 'LeftAnti'
  | 'ExistenceJoin';

export interface Join extends Node {
  readonly kind: 'Join';
  readonly left: LogicalPlan;
  readonly right: LogicalPlan;
  readonly joinType: JoinType;
  readonly condition: Expression | undefined;
  readonly leftHint?: JoinStrategyHint;
  readonly rightHint?: JoinStrategyHint;
  /** The attribute of an ExistenceJoin. */
  readonly exists?: Attribute;
}

export type JoinStrategyHint = 'BROADCAST' | 'MERGE' | 'SHUFFLE_HASH' | 'SHUFFLE_REPLICATE_NL';

export interface Aggregate extends Node {
  readonly kind: 'Aggregate';
  readonly grouping: readonly Expression[];
  readonly list: readonly NamedExpression[];
  readonly child: LogicalPlan;
}

export interface Window extends Node {
  readonly kind: 'Window';
  /** Aliases of window expressions that share their specification. */
  readonly list: readonly NamedExpression[];
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly SortOrder[];
  readonly child: LogicalPlan;
}

export interface Sort extends Node {
  readonly kind: 'Sort';
  readonly order: readonly SortOrder[];
  readonly global: boolean;
  readonly child: LogicalPlan;
}

export interface GlobalLimit extends Node {
  readonly kind: 'GlobalLimit';
  readonly limit: number | undefined;
  readonly child: LogicalPlan;
}

export interface LocalLimit extends Node {
  readonly kind: 'LocalLimit';
  readonly limit: number | undefined;
  readonly child: LogicalPlan;
}

export interface Offset extends Node {
  readonly kind: 'Offset';
  readonly offset: number | undefined;
  readonly child: LogicalPlan;
}

export interface Tail extends Node {
  readonly kind: 'Tail';
  readonly limit: number | undefined;
  readonly child: LogicalPlan;
}

export interface Distinct extends Node {
  readonly kind: 'Distinct';
  readonly child: LogicalPlan;
}

export interface Deduplicate extends Node {
  readonly kind: 'Deduplicate';
  readonly keys: readonly Attribute[];
  readonly child: LogicalPlan;
}

export interface Union extends Node {
  readonly kind: 'Union';
  readonly children: readonly LogicalPlan[];
  readonly output: readonly Attribute[];
}

export interface SetOperation extends Node {
  readonly kind: 'Intersect' | 'Except';
  readonly all: boolean;
  readonly left: LogicalPlan;
  readonly right: LogicalPlan;
  readonly output: readonly Attribute[];
}

export interface Generate extends Node {
  readonly kind: 'Generate';
  readonly generator: Call;
  readonly outer: boolean;
  readonly generatorOutput: readonly Attribute[];
  /** Whether the child's columns go on; the optimizer prunes those that nobody reads. */
  readonly child: LogicalPlan;
}

/** Every row several times, once for each list: rollup, cube, several DISTINCTs. */
export interface Expand extends Node {
  readonly kind: 'Expand';
  readonly projections: readonly (readonly Expression[])[];
  readonly output: readonly Attribute[];
  readonly child: LogicalPlan;
}

/** repartition(n) and coalesce(n). */
export interface Repartition extends Node {
  readonly kind: 'Repartition';
  readonly partitions: number | undefined;
  readonly shuffle: boolean;
  readonly child: LogicalPlan;
}

/** repartition([n,] keys), repartitionByRange, DISTRIBUTE BY, and REBALANCE. */
export interface RepartitionByExpression extends Node {
  readonly kind: 'RepartitionByExpression';
  readonly keys: readonly Expression[];
  /** undefined: spark.sql.shuffle.partitions. */
  readonly partitions: number | undefined;
  readonly by: 'hash' | 'range' | 'rebalance';
  readonly child: LogicalPlan;
}

export interface Sample extends Node {
  readonly kind: 'Sample';
  readonly fraction: number | undefined;
  readonly withReplacement: boolean;
  readonly child: LogicalPlan;
}

export interface SubqueryAlias extends Node {
  readonly kind: 'SubqueryAlias';
  readonly alias: string;
  readonly child: LogicalPlan;
}

/** A join hint on a DataFrame, before the join that it belongs to. */
export interface JoinHint extends Node {
  readonly kind: 'JoinHint';
  readonly hint: JoinStrategyHint;
  readonly child: LogicalPlan;
}

/** mapInPandas, mapInArrow. */
export interface PythonMap extends Node {
  readonly kind: 'PythonMap';
  readonly operator: 'MapInPandas' | 'MapInArrow';
  readonly output: readonly Attribute[];
  readonly child: LogicalPlan;
}

/** groupBy(keys).applyInPandas. */
export interface PythonGroupMap extends Node {
  readonly kind: 'PythonGroupMap';
  readonly operator: 'FlatMapGroupsInPandas' | 'FlatMapGroupsInArrow';
  readonly grouping: readonly Expression[];
  readonly output: readonly Attribute[];
  readonly child: LogicalPlan;
}

export interface PythonCogroupMap extends Node {
  readonly kind: 'PythonCogroupMap';
  readonly leftGrouping: readonly Expression[];
  readonly rightGrouping: readonly Expression[];
  readonly output: readonly Attribute[];
  readonly left: LogicalPlan;
  readonly right: LogicalPlan;
}

/** Something whose plan cannot be known; what reads it goes on with unknown columns. */
export interface Opaque extends Node {
  readonly kind: 'Opaque';
  readonly what: string;
  readonly output: readonly Attribute[];
  readonly children: readonly LogicalPlan[];
}

export interface Write extends Node {
  readonly kind: 'Write';
  readonly format: string;
  readonly target: string | undefined;
  readonly partitionBy: readonly Attribute[];
  readonly bucketBy?: { readonly columns: readonly Attribute[]; readonly count: number };
  readonly child: LogicalPlan;
}

/** A relation that provably has no rows. */
export interface EmptyRelation extends Node {
  readonly kind: 'EmptyRelation';
  readonly output: readonly Attribute[];
}
