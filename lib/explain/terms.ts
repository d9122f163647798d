/**
 * Names that an evidence pack may carry: Spark's own operators and settings, kinds of exchange, ids of our rules. Closed
 * lists, as for labels: a name of the user is in none of them.
 */
export type Term =
  | { readonly kind: 'operator'; readonly name: Operator }
  | { readonly kind: 'setting'; readonly name: Setting }
  | { readonly kind: 'exchange'; readonly name: ExchangeKind }
  /** Id of a rule over source text: two or three letters, two digits ("SHF-04"). */
  | { readonly kind: 'rule'; readonly name: string };

export type TermKind = Term['kind'];

/** As Spark prints them in a plan; `Scan` stands for every scan of files, whose printed name holds a path. */
export const OPERATORS = [
  'Scan',
  'Range',
  'LocalTableScan',
  'Scan ExistingRDD',
  'Scan OneRowRelation',
  'EmptyRelation',
  'InMemoryTableScan',
  'Project',
  'Filter',
  'HashAggregate',
  'ObjectHashAggregate',
  'SortAggregate',
  'AggregateInPandas',
  'Window',
  'WindowInPandas',
  'WindowGroupLimit',
  'Sort',
  'CollectLimit',
  'CollectTail',
  'GlobalLimit',
  'LocalLimit',
  'TakeOrderedAndProject',
  'Coalesce',
  'Generate',
  'Expand',
  'Sample',
  'BatchEvalPython',
  'ArrowEvalPython',
  'MapInPandas',
  'PythonMapInArrow',
  'MapInArrow',
  'FlatMapGroupsInPandas',
  'FlatMapGroupsInArrow',
  'FlatMapCoGroupsInPandas',
  'FlatMapCoGroupsInArrow',
  'SortMergeJoin',
  'ShuffledHashJoin',
  'BroadcastHashJoin',
  'BroadcastNestedLoopJoin',
  'CartesianProduct',
  'Union',
  'Exchange',
  'BroadcastExchange',
  'ReusedExchange',
  'WriteFiles',
] as const;
export type Operator = (typeof OPERATORS)[number];

export const SETTINGS = [
  'spark.default.parallelism',
  'spark.dynamicAllocation.enabled',
  'spark.executor.cores',
  'spark.executor.instances',
  'spark.executor.memory',
  'spark.executor.memoryOverhead',
  'spark.executor.pyspark.memory',
  'spark.memory.fraction',
  'spark.speculation',
  'spark.sql.adaptive.advisoryPartitionSizeInBytes',
  'spark.sql.adaptive.autoBroadcastJoinThreshold',
  'spark.sql.adaptive.coalescePartitions.enabled',
  'spark.sql.adaptive.enabled',
  'spark.sql.adaptive.skewJoin.enabled',
  'spark.sql.adaptive.skewJoin.skewedPartitionThresholdInBytes',
  'spark.sql.autoBroadcastJoinThreshold',
  'spark.sql.execution.arrow.pyspark.enabled',
  'spark.sql.files.maxPartitionBytes',
  'spark.sql.files.maxRecordsPerFile',
  'spark.sql.files.openCostInBytes',
  'spark.sql.join.preferSortMergeJoin',
  'spark.sql.requireAllClusterKeysForCoPartition',
  'spark.sql.shuffle.partitions',
  'spark.task.maxFailures',
] as const;
export type Setting = (typeof SETTINGS)[number];

export const EXCHANGE_KINDS = ['hash', 'range', 'single', 'roundrobin', 'broadcast'] as const;
export type ExchangeKind = (typeof EXCHANGE_KINDS)[number];

export const RULE_ID = /^[A-Z]{2,3}-\d{2}$/;

/** What a scenario's step teaches. */
export const CONCEPTS = [
  'shuffle',
  'partition',
  'skew',
  'adaptive-execution',
  'broadcast',
  'spill',
  'caching',
  'small-files',
  'udf',
  'driver',
  'join',
  'window',
  'retry',
  'streaming',
] as const;
export type Concept = (typeof CONCEPTS)[number];

/** Operators of ours that a text names as whole words, in the order of their first mention. */
export function operatorsIn(text: string): readonly Operator[] {
  return OPERATORS.filter((name) => position(text, name) >= 0)
    .filter((name, _, all) => !all.some((other) => other !== name && other.startsWith(name)))
    .toSorted((a, b) => position(text, a) - position(text, b));
}

/** Settings of ours that a text names. */
export function settingsIn(text: string): readonly Setting[] {
  return SETTINGS.filter((name) => position(text, name) >= 0);
}

function position(text: string, name: string): number {
  const pattern = new RegExp(`(?<![\\w.])${name.replaceAll('.', '\\.')}(?![\\w]|\\.\\w)`);
  return text.search(pattern);
}
