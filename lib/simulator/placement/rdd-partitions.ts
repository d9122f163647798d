/** An RDD as PySpark sees it where it counts partitions: how many, and whether its pairs lie by key. */
export interface RddShape {
  readonly partitions: number;
  readonly partitioned: boolean;
}

/** Operations on pairs of one RDD that shuffle, and keep the place of pairs that lie by key already. */
const COMBINING = [
  'reduceByKey',
  'groupByKey',
  'combineByKey',
  'aggregateByKey',
  'foldByKey',
  'partitionBy',
] as const;
/** Operations on one RDD that shuffle always. */
const REGROUPING = ['distinct', 'groupBy', 'sortByKey', 'sortBy'] as const;
/** A union of both sides, then groupByKey. */
const JOINING = [
  'join',
  'leftOuterJoin',
  'rightOuterJoin',
  'fullOuterJoin',
  'cogroup',
  'groupWith',
  'subtractByKey',
] as const;
/** The same, but a map in front forgets that pairs lie by key. */
const SET_OPERATIONS = ['intersection', 'subtract'] as const;

export const RDD_OPERATIONS = [
  ...COMBINING,
  ...REGROUPING,
  ...JOINING,
  ...SET_OPERATIONS,
  'union',
  'cartesian',
  'repartition',
] as const;
export type RddOperation = (typeof RDD_OPERATIONS)[number];

export interface RddInputs {
  readonly left: RddShape;
  readonly right: RddShape;
  /** numPartitions as given to the operation. */
  readonly given: number | undefined;
  /** spark.default.parallelism where it is set: then it counts, not the RDD's own number. */
  readonly defaultParallelism: number | undefined;
}

/**
 * Partitions of a wide RDD operation's result in PySpark, which counts otherwise than Scala's API.
 * Source: pyspark RDD (_defaultReducePartitions, union), pyspark/join.py. Same in 3.5 to 4.3.
 */
export function rddPartitions(operation: RddOperation, inputs: RddInputs): number {
  const { left, right, given, defaultParallelism } = inputs;
  const reduced = (own: number) => given ?? defaultParallelism ?? own;
  if (isOneOf(JOINING, operation)) return reduced(union(left, right));
  if (isOneOf(SET_OPERATIONS, operation)) return reduced(left.partitions + right.partitions);
  switch (operation) {
    case 'union':
      return union(left, right);
    case 'cartesian':
      return left.partitions * right.partitions;
    case 'repartition':
      return given ?? left.partitions;
    default:
      return reduced(left.partitions);
  }
}

/** Partitions add up, unless both sides lie by key in the same way (PartitionerAwareUnionRDD). */
function union(left: RddShape, right: RddShape): number {
  const aware = left.partitioned && right.partitioned && left.partitions === right.partitions;
  return aware ? left.partitions : left.partitions + right.partitions;
}

function isOneOf<T extends string>(names: readonly T[], name: string): name is T {
  return names.some((each) => each === name);
}
