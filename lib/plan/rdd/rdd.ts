import type { LogicalPlan } from '../logical/logical-plan.ts';

/** RDDs as PySpark builds them: what decides jobs and stages is where they shuffle and how they are partitioned. */
export type Rdd = RddSource | RddNarrow | RddShuffle | RddUnion | RddCartesian | RddOfPlan;

interface Node {
  readonly at: number | undefined;
  /** undefined when it depends on the data or the run. */
  readonly partitions: number | undefined;
  /** Pairs that are known to lie by key: a hash partitioner with this number, made with this function. */
  readonly partitioner?: { readonly partitions: number; readonly fn: string };
  readonly cached?: number;
}

export interface RddSource extends Node {
  readonly kind: 'source';
  /** parallelize, range, textFile, wholeTextFiles, … */
  readonly method: string;
  readonly source: string | undefined;
  readonly rows: number | undefined;
}

/** map, filter, flatMap, mapPartitions, coalesce, zipWithIndex, …: no shuffle. */
export interface RddNarrow extends Node {
  readonly kind: 'narrow';
  readonly method: string;
  readonly parent: Rdd;
}

/** reduceByKey, partitionBy, sortByKey, repartition, …: one shuffle of its parent. */
export interface RddShuffle extends Node {
  readonly kind: 'shuffle';
  readonly method: string;
  readonly parent: Rdd;
}

export interface RddUnion extends Node {
  readonly kind: 'union';
  readonly parents: readonly Rdd[];
}

export interface RddCartesian extends Node {
  readonly kind: 'cartesian';
  readonly parents: readonly [Rdd, Rdd];
}

/** `df.rdd`: the rows of a DataFrame. */
export interface RddOfPlan extends Node {
  readonly kind: 'plan';
  readonly plan: LogicalPlan;
  readonly frame: number;
}
