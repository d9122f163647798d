import type { Attribute, Expression, NamedExpression, SortOrder } from '../expression/expression.ts';
import type { InMemoryRelation, JoinType, LogicalPlan, Relation } from '../logical/logical-plan.ts';
import type { Partitioning } from './partitioning.ts';

/** Physical operators, named as Spark prints them. Like logical plans they are plain values and are never changed. */
export type PhysicalPlan =
  | FileScan
  | LeafScan
  | InMemoryTableScan
  | ProjectExec
  | FilterExec
  | AggregateExec
  | WindowExec
  | WindowGroupLimitExec
  | SortExec
  | LimitExec
  | TakeOrderedAndProject
  | CoalesceExec
  | RowsExec
  | JoinExec
  | CrossExec
  | CogroupExec
  | UnionExec
  | WriteExec
  | ShuffleExchange
  | BroadcastExchange
  | ReusedExchange
  | QueryStage;

export interface PhysicalNode {
  /** The operation in the program, see LogicalPlan. */
  readonly at: number | undefined;
  readonly output: readonly Attribute[];
  /** The logical node that this one runs (Spark: logicalLink). */
  readonly logical?: LogicalPlan;
  /** Uncorrelated subqueries in its expressions: each is planned and run by itself. */
  readonly subqueries?: readonly Subquery[];
}

export interface Subquery {
  readonly key: string;
  readonly plan: PhysicalPlan;
}

export interface FileScan extends PhysicalNode {
  readonly kind: 'FileScan';
  readonly relation: Relation;
  readonly partitions: number;
}

/** Leaves that are no files: Range, LocalTableScan, Scan ExistingRDD, Scan OneRowRelation, EmptyRelation. */
export interface LeafScan extends PhysicalNode {
  readonly kind: 'LeafScan';
  readonly operator:
    | 'Range'
    | 'LocalTableScan'
    | 'Scan ExistingRDD'
    | 'Scan OneRowRelation'
    | 'EmptyRelation'
    | 'Unknown';
  readonly partitions: number;
  readonly partitioning: Partitioning;
  readonly children: readonly PhysicalPlan[];
}

export interface InMemoryTableScan extends PhysicalNode {
  readonly kind: 'InMemoryTableScan';
  readonly relation: InMemoryRelation;
  /** The plan whose rows are cached, as it was planned when the cache was asked for. */
  readonly cached: PhysicalPlan;
  /** Whether the cached plan is run adaptively: then its partitioning is not known beforehand. */
  readonly adaptive: boolean;
}

export interface ProjectExec extends PhysicalNode {
  readonly kind: 'Project';
  readonly list: readonly NamedExpression[];
  readonly child: PhysicalPlan;
}

export interface FilterExec extends PhysicalNode {
  readonly kind: 'Filter';
  readonly condition: Expression;
  readonly child: PhysicalPlan;
}

export interface AggregateExec extends PhysicalNode {
  readonly kind: 'Aggregate';
  readonly operator: 'HashAggregate' | 'ObjectHashAggregate' | 'SortAggregate' | 'AggregateInPandas';
  readonly phase: 'partial' | 'merge' | 'final' | 'complete';
  readonly grouping: readonly Expression[];
  readonly list: readonly NamedExpression[];
  readonly child: PhysicalPlan;
}

export interface WindowExec extends PhysicalNode {
  readonly kind: 'Window';
  readonly operator: 'Window' | 'WindowInPandas';
  readonly list: readonly NamedExpression[];
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly SortOrder[];
  readonly child: PhysicalPlan;
}

export interface WindowGroupLimitExec extends PhysicalNode {
  readonly kind: 'WindowGroupLimit';
  readonly phase: 'partial' | 'final';
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly SortOrder[];
  readonly limit: number;
  readonly child: PhysicalPlan;
}

export interface SortExec extends PhysicalNode {
  readonly kind: 'Sort';
  readonly order: readonly SortOrder[];
  readonly global: boolean;
  readonly child: PhysicalPlan;
}

export interface LimitExec extends PhysicalNode {
  readonly kind: 'Limit';
  readonly operator: 'CollectLimit' | 'CollectTail' | 'GlobalLimit' | 'LocalLimit';
  readonly limit: number | undefined;
  readonly offset: number;
  readonly child: PhysicalPlan;
}

export interface TakeOrderedAndProject extends PhysicalNode {
  readonly kind: 'TakeOrderedAndProject';
  readonly limit: number | undefined;
  readonly offset: number;
  readonly order: readonly SortOrder[];
  readonly list: readonly NamedExpression[];
  readonly child: PhysicalPlan;
}

export interface CoalesceExec extends PhysicalNode {
  readonly kind: 'Coalesce';
  readonly partitions: number;
  readonly child: PhysicalPlan;
}

/** Operators with one child that need nothing of it, or its rows by key, and differ in what they do to the rows. */
export interface RowsExec extends PhysicalNode {
  readonly kind: 'Rows';
  readonly operator:
    | 'Generate'
    | 'Expand'
    | 'Sample'
    | 'BatchEvalPython'
    | 'ArrowEvalPython'
    | 'MapInPandas'
    | 'PythonMapInArrow'
    | 'MapInArrow'
    | 'FlatMapGroupsInPandas'
    | 'FlatMapGroupsInArrow';
  /** Rows with equal keys must lie together; undefined: no matter. */
  readonly groupBy: readonly Expression[] | undefined;
  readonly keepsPartitioning: boolean;
  /** Rows out for a row in, where that is known. */
  readonly factor: number;
  readonly child: PhysicalPlan;
}

export interface JoinExec extends PhysicalNode {
  readonly kind: 'Join';
  readonly operator: 'SortMergeJoin' | 'ShuffledHashJoin' | 'BroadcastHashJoin';
  readonly joinType: JoinType;
  readonly leftKeys: readonly Expression[];
  readonly rightKeys: readonly Expression[];
  readonly buildSide: 'left' | 'right' | null;
  readonly condition: Expression | undefined;
  readonly because: string;
  readonly left: PhysicalPlan;
  readonly right: PhysicalPlan;
}

export interface CrossExec extends PhysicalNode {
  readonly kind: 'Cross';
  readonly operator: 'BroadcastNestedLoopJoin' | 'CartesianProduct';
  readonly joinType: JoinType;
  readonly buildSide: 'left' | 'right' | null;
  readonly condition: Expression | undefined;
  readonly because: string;
  readonly left: PhysicalPlan;
  readonly right: PhysicalPlan;
}

export interface CogroupExec extends PhysicalNode {
  readonly kind: 'Cogroup';
  readonly operator: 'FlatMapCoGroupsInPandas' | 'FlatMapCoGroupsInArrow';
  readonly leftKeys: readonly Expression[];
  readonly rightKeys: readonly Expression[];
  readonly left: PhysicalPlan;
  readonly right: PhysicalPlan;
}

export interface UnionExec extends PhysicalNode {
  readonly kind: 'Union';
  readonly children: readonly PhysicalPlan[];
}

export interface WriteExec extends PhysicalNode {
  readonly kind: 'Write';
  readonly child: PhysicalPlan;
}

/** Why a shuffle is there (Spark: ShuffleOrigin); the planner's own may be coalesced and replaced. */
export type ShuffleOrigin =
  | 'ENSURE_REQUIREMENTS'
  | 'REPARTITION_BY_COL'
  | 'REPARTITION_BY_NUM'
  | 'REBALANCE_PARTITIONS_BY_NONE'
  | 'REBALANCE_PARTITIONS_BY_COL';

export interface ShuffleExchange extends PhysicalNode {
  readonly kind: 'ShuffleExchange';
  readonly partitioning: Partitioning;
  readonly origin: ShuffleOrigin;
  readonly because: string;
  readonly child: PhysicalPlan;
}

export interface BroadcastExchange extends PhysicalNode {
  readonly kind: 'BroadcastExchange';
  /** Keys of the hash table; none for a nested-loop join. */
  readonly keys: readonly Expression[];
  readonly because: string;
  readonly child: PhysicalPlan;
}

export interface ReusedExchange extends PhysicalNode {
  readonly kind: 'ReusedExchange';
  readonly exchange: ShuffleExchange | BroadcastExchange;
}

/** An exchange that an adaptive run has started: a leaf for the planning after it (Spark: QueryStageExec). */
export interface QueryStage extends PhysicalNode {
  readonly kind: 'QueryStage';
  readonly id: number;
  readonly plan: ShuffleExchange | BroadcastExchange | InMemoryTableScan;
  /** Partitions that the next stage reads: fewer after coalescing. */
  readonly readPartitions: number;
  readonly bytes: number;
  readonly rows: number;
}
