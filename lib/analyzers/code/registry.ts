import type { Rule } from './rule.ts';
import { actionInLoop } from './rules/action-in-loop.ts';
import { adaptiveOff } from './rules/adaptive-off.ts';
import { arbitrarySurvivor } from './rules/arbitrary-survivor.ts';
import { arrayBuiltToCount } from './rules/array-built-to-count.ts';
import { broadcastOff } from './rules/broadcast-off.ts';
import { cacheInLoop } from './rules/cache-in-loop.ts';
import { cacheNeverRead } from './rules/cache-never-read.ts';
import { cacheReadOnce } from './rules/cache-read-once.ts';
import { chainedWithColumns } from './rules/chained-with-columns.ts';
import { countForEmptiness } from './rules/count-for-emptiness.ts';
import { countToPrint } from './rules/count-to-print.ts';
import { crossJoin } from './rules/cross-join.ts';
import { defaultWindowFrame } from './rules/default-window-frame.ts';
import { distinctOfUniqueRows } from './rules/distinct-of-unique-rows.ts';
import { duplicateColumnNames } from './rules/duplicate-column-names.ts';
import { earlyUnpersist } from './rules/early-unpersist.ts';
import { emptySubset } from './rules/empty-subset.ts';
import { generatedIdAsKey } from './rules/generated-id-as-key.ts';
import { groupByKeyThenReduce } from './rules/group-by-key-then-reduce.ts';
import { groupByOtherSide } from './rules/group-by-other-side.ts';
import { growingPlan } from './rules/growing-plan.ts';
import { jdbcInOneTask } from './rules/jdbc-in-one-task.ts';
import { joinKeyTypes } from './rules/join-key-types.ts';
import { lateSetting } from './rules/late-setting.ts';
import { leavingDataframe } from './rules/leaving-dataframe.ts';
import { loopOverCollect } from './rules/loop-over-collect.ts';
import { lostOrder } from './rules/lost-order.ts';
import { mergedSchemas } from './rules/merged-schemas.ts';
import { nondeterministicUdf } from './rules/nondeterministic-udf.ts';
import { orJoin } from './rules/or-join.ts';
import { overwrittenSort } from './rules/overwritten-sort.ts';
import { overwrittenSource } from './rules/overwritten-source.ts';
import { pivotWithoutValues } from './rules/pivot-without-values.ts';
import { rangeJoin } from './rules/range-join.ts';
import { rddActionOnDataframe } from './rules/rdd-action-on-dataframe.ts';
import { rddIsEmpty } from './rules/rdd-is-empty.ts';
import { rddSort } from './rules/rdd-sort.ts';
import { renameInLoop } from './rules/rename-in-loop.ts';
import { repartitionBeforeShuffle } from './rules/repartition-before-shuffle.ts';
import { repartitionByGroupKey } from './rules/repartition-by-group-key.ts';
import { repartitionThenCoalesce } from './rules/repartition-then-coalesce.ts';
import { repeatedLineage } from './rules/repeated-lineage.ts';
import { schemaInference } from './rules/schema-inference.ts';
import { severalDistinctCounts } from './rules/several-distinct-counts.ts';
import { singlePartitionWrite } from './rules/single-partition-write.ts';
import { stateWithoutWatermark } from './rules/state-without-watermark.ts';
import { streamDuplicatesWithoutWatermark } from './rules/stream-duplicates-without-watermark.ts';
import { streamWithoutCheckpoint } from './rules/stream-without-checkpoint.ts';
import { toPandasWithoutArrow } from './rules/to-pandas-without-arrow.ts';
import { udfBetweenPartitioning } from './rules/udf-between-partitioning.ts';
import { udfInFilter } from './rules/udf-in-filter.ts';
import { udfInJoinCondition } from './rules/udf-in-join-condition.ts';
import { udfWithSparkInside } from './rules/udf-with-spark-inside.ts';
import { udfWithoutType } from './rules/udf-without-type.ts';
import { unboundedCollect } from './rules/unbounded-collect.ts';
import { unboundedToPandas } from './rules/unbounded-to-pandas.ts';
import { uncachedBatch } from './rules/uncached-batch.ts';
import { unionByPosition } from './rules/union-by-position.ts';
import { unorderedFirst } from './rules/unordered-first.ts';
import { unorderedLimit } from './rules/unordered-limit.ts';
import { unseededSplit } from './rules/unseeded-split.ts';
import { unusableBroadcastHint } from './rules/unusable-broadcast-hint.ts';
import { windowOrder } from './rules/window-order.ts';
import { windowWithoutPartition } from './rules/window-without-partition.ts';
import { withColumnInLoop } from './rules/with-column-in-loop.ts';

/** Every rule, by the groups of the catalogue. Adding one: its file, its test, its page, and a line here (docs/adding-a-rule.md). */
export const REGISTRY: readonly Rule[] = [
  unboundedCollect,
  unboundedToPandas,
  toPandasWithoutArrow,
  loopOverCollect,
  actionInLoop,
  countForEmptiness,
  rddIsEmpty,
  rddActionOnDataframe,
  repeatedLineage,
  countToPrint,
  cacheReadOnce,
  cacheInLoop,
  cacheNeverRead,
  growingPlan,
  earlyUnpersist,
  withColumnInLoop,
  chainedWithColumns,
  renameInLoop,
  duplicateColumnNames,
  arrayBuiltToCount,
  repartitionBeforeShuffle,
  repartitionByGroupKey,
  repartitionThenCoalesce,
  singlePartitionWrite,
  distinctOfUniqueRows,
  lostOrder,
  overwrittenSort,
  emptySubset,
  severalDistinctCounts,
  pivotWithoutValues,
  windowWithoutPartition,
  windowOrder,
  joinKeyTypes,
  udfBetweenPartitioning,
  groupByOtherSide,
  crossJoin,
  rangeJoin,
  orJoin,
  unusableBroadcastHint,
  udfInJoinCondition,
  udfInFilter,
  udfWithoutType,
  udfWithSparkInside,
  nondeterministicUdf,
  leavingDataframe,
  groupByKeyThenReduce,
  rddSort,
  schemaInference,
  mergedSchemas,
  jdbcInOneTask,
  overwrittenSource,
  unorderedFirst,
  defaultWindowFrame,
  unorderedLimit,
  arbitrarySurvivor,
  generatedIdAsKey,
  unionByPosition,
  unseededSplit,
  lateSetting,
  adaptiveOff,
  broadcastOff,
  stateWithoutWatermark,
  streamWithoutCheckpoint,
  uncachedBatch,
  streamDuplicatesWithoutWatermark,
];
