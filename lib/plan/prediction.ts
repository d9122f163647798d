import type { Source } from './lineage/flow.ts';
import type { IndirectSources } from './lineage/lineage.ts';

/** What Spark will do, as `shufflescope predict --json` prints it; the names are public. */
export interface Prediction {
  readonly program: string;
  readonly spark: string;
  readonly actions: readonly PredictedAction[];
  readonly eager: readonly EagerCall[];
  readonly unresolved: readonly Unresolved[];
}

export interface PredictedAction {
  /** Only where a project has several files. */
  readonly file?: string;
  /** 1-based line of the method's name. */
  readonly line: number;
  readonly method: string;
  readonly exchanges: readonly PredictedExchange[];
  readonly joins: readonly PredictedJoin[];
  readonly jobs: number;
  readonly stages: number;
  /** Source columns whose values flow into each output column: [path, column]. */
  readonly lineage: Readonly<Record<string, readonly Source[]>>;
  /** Source columns that decide about the rows, not about values. */
  readonly indirect: Readonly<Record<keyof IndirectSources, readonly Source[]>>;
  /** What Spark's optimizer changes before the plan runs. */
  readonly optimizer?: readonly OptimizerEffect[];
  /** Where a number depends on the data: what it depends on; the number is the likeliest one. */
  readonly depends?: readonly string[];
}

export interface PredictedExchange {
  readonly kind: 'hash' | 'range' | 'single' | 'roundrobin' | 'broadcast';
  readonly keys: readonly string[];
  readonly numPartitions: number;
  readonly line?: number;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly reused?: boolean;
  /** Which operator requires what, what its child offers, and the rule in words with its setting. */
  readonly because: string;
  /** Only where the catalog tells that one value of the key has far more rows than others. */
  readonly skew?: PredictedSkew;
}

/** One key's rows all go into one partition, which is at least so large. */
export interface PredictedSkew {
  readonly source: string;
  readonly column: string;
  /** Of the source's rows, those with the most frequent value: 0..1. */
  readonly share: number;
  /** By Spark's estimate of the size, the other rows taken as evenly spread; only where the sizes are known. */
  readonly largestBytes?: number;
}

export interface PredictedJoin {
  readonly type:
    | 'SortMergeJoin'
    | 'BroadcastHashJoin'
    | 'ShuffledHashJoin'
    | 'BroadcastNestedLoopJoin'
    | 'CartesianProduct';
  readonly joinType: string;
  readonly buildSide: 'left' | 'right' | null;
  readonly line?: number;
  readonly because: string;
}

export interface OptimizerEffect {
  /** Spark's name of the rule. */
  readonly rule: string;
  readonly line?: number;
  readonly what: string;
}

/** A call that runs a job although it is no action: schema inference, pivot without values, sampling for an RDD's sort. */
export interface EagerCall {
  readonly file?: string;
  readonly line: number;
  readonly method: string;
  readonly jobs: number;
}

/** What cannot be known, and what that means for the rest. */
export interface Unresolved {
  readonly file?: string;
  readonly line: number;
  readonly column: number;
  readonly what: string;
  readonly effect: string;
}
