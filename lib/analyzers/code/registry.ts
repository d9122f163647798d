import type { Rule } from './rule.ts';
import { actionInLoop } from './rules/action-in-loop.ts';
import { adaptiveOff } from './rules/adaptive-off.ts';
import { arbitrarySurvivor } from './rules/arbitrary-survivor.ts';
import { arrayBuiltToCount } from './rules/array-built-to-count.ts';
import { arrayLoopUdf } from './rules/array-loop-udf.ts';
import { broadcastOfLargeSide } from './rules/broadcast-of-large-side.ts';
import { broadcastOff } from './rules/broadcast-off.ts';
import { builtInUdf } from './rules/built-in-udf.ts';
import { cacheInLoop } from './rules/cache-in-loop.ts';
import { cacheNeverRead } from './rules/cache-never-read.ts';
import { cacheReadOnce } from './rules/cache-read-once.ts';
import { chainedWithColumns } from './rules/chained-with-columns.ts';
import { collapsedStage } from './rules/collapsed-stage.ts';
import { collectForFewRows } from './rules/collect-for-few-rows.ts';
import { countForEmptiness } from './rules/count-for-emptiness.ts';
import { countToPrint } from './rules/count-to-print.ts';
import { crossJoin } from './rules/cross-join.ts';
import { defaultWindowFrame } from './rules/default-window-frame.ts';
import { differentlyPartitionedRdds } from './rules/differently-partitioned-rdds.ts';
import { distinctOfUniqueRows } from './rules/distinct-of-unique-rows.ts';
import { duplicateColumnNames } from './rules/duplicate-column-names.ts';
import { earlyUnpersist } from './rules/early-unpersist.ts';
import { emptySubset } from './rules/empty-subset.ts';
import { explodeBeforeShuffle } from './rules/explode-before-shuffle.ts';
import { fixedPartitionCount } from './rules/fixed-partition-count.ts';
import { frozenTime } from './rules/frozen-time.ts';
import { generatedIdAsKey } from './rules/generated-id-as-key.ts';
import { groupByKeyThenReduce } from './rules/group-by-key-then-reduce.ts';
import { groupByOtherSide } from './rules/group-by-other-side.ts';
import { growingPlan } from './rules/growing-plan.ts';
import { ignoredBuilderSetting } from './rules/ignored-builder-setting.ts';
import { isinOfCollected } from './rules/isin-of-collected.ts';
import { jdbcInOneTask } from './rules/jdbc-in-one-task.ts';
import { joinForExistence } from './rules/join-for-existence.ts';
import { joinKeyTypes } from './rules/join-key-types.ts';
import { joinWithOwnTotal } from './rules/join-with-own-total.ts';
import { keyAfterFullJoin } from './rules/key-after-full-join.ts';
import { lateSetting } from './rules/late-setting.ts';
import { leavingDataframe } from './rules/leaving-dataframe.ts';
import { loopOverCollect } from './rules/loop-over-collect.ts';
import { lostOrder } from './rules/lost-order.ts';
import { mergedSchemas } from './rules/merged-schemas.ts';
import { missingColumn } from './rules/missing-column.ts';
import { mixedUdfKinds } from './rules/mixed-udf-kinds.ts';
import { nondeterministicUdf } from './rules/nondeterministic-udf.ts';
import { orJoin } from './rules/or-join.ts';
import { overestimatedSide } from './rules/overestimated-side.ts';
import { overwrittenSort } from './rules/overwritten-sort.ts';
import { overwrittenSource } from './rules/overwritten-source.ts';
import { pairedByPosition } from './rules/paired-by-position.ts';
import { pandasOverAllRows } from './rules/pandas-over-all-rows.ts';
import { pivotWithoutValues } from './rules/pivot-without-values.ts';
import { rangeJoin } from './rules/range-join.ts';
import { rddActionOnDataframe } from './rules/rdd-action-on-dataframe.ts';
import { rddIsEmpty } from './rules/rdd-is-empty.ts';
import { rddSort } from './rules/rdd-sort.ts';
import { recomputedRandom } from './rules/recomputed-random.ts';
import { renameInLoop } from './rules/rename-in-loop.ts';
import { repartitionBeforeShuffle } from './rules/repartition-before-shuffle.ts';
import { repartitionBeforeWrite } from './rules/repartition-before-write.ts';
import { repartitionByGroupKey } from './rules/repartition-by-group-key.ts';
import { repartitionThenCoalesce } from './rules/repartition-then-coalesce.ts';
import { repeatedLineage } from './rules/repeated-lineage.ts';
import { scatteredPartitionFiles } from './rules/scattered-partition-files.ts';
import { schemaInference } from './rules/schema-inference.ts';
import { sequentialGridSearch } from './rules/sequential-grid-search.ts';
import { setupPerRecord } from './rules/setup-per-record.ts';
import { setupPerRow } from './rules/setup-per-row.ts';
import { severalDistinctCounts } from './rules/several-distinct-counts.ts';
import { singlePartitionWrite } from './rules/single-partition-write.ts';
import { sqlFromInput } from './rules/sql-from-input.ts';
import { stateWithoutWatermark } from './rules/state-without-watermark.ts';
import { streamDuplicatesWithoutWatermark } from './rules/stream-duplicates-without-watermark.ts';
import { streamWithoutCheckpoint } from './rules/stream-without-checkpoint.ts';
import { textThroughRdd } from './rules/text-through-rdd.ts';
import { toPandasWithoutArrow } from './rules/to-pandas-without-arrow.ts';
import { udfBetweenPartitioning } from './rules/udf-between-partitioning.ts';
import { udfInFilter } from './rules/udf-in-filter.ts';
import { udfInJoinCondition } from './rules/udf-in-join-condition.ts';
import { udfWithSparkInside } from './rules/udf-with-spark-inside.ts';
import { udfWithoutType } from './rules/udf-without-type.ts';
import { unboundedCollect } from './rules/unbounded-collect.ts';
import { unboundedToPandas } from './rules/unbounded-to-pandas.ts';
import { uncachedBatch } from './rules/uncached-batch.ts';
import { uncachedTrainingData } from './rules/uncached-training-data.ts';
import { unionByPosition } from './rules/union-by-position.ts';
import { unionOfFilters } from './rules/union-of-filters.ts';
import { unorderedFirst } from './rules/unordered-first.ts';
import { unorderedLimit } from './rules/unordered-limit.ts';
import { unreadablePath } from './rules/unreadable-path.ts';
import { unseededSplit } from './rules/unseeded-split.ts';
import { unsplittableFile } from './rules/unsplittable-file.ts';
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
  collectForFewRows,
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
  recomputedRandom,
  arrayBuiltToCount,
  frozenTime,
  missingColumn,
  repartitionBeforeShuffle,
  repartitionByGroupKey,
  repartitionThenCoalesce,
  singlePartitionWrite,
  collapsedStage,
  repartitionBeforeWrite,
  scatteredPartitionFiles,
  distinctOfUniqueRows,
  unionOfFilters,
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
  keyAfterFullJoin,
  fixedPartitionCount,
  explodeBeforeShuffle,
  crossJoin,
  rangeJoin,
  orJoin,
  overestimatedSide,
  unusableBroadcastHint,
  broadcastOfLargeSide,
  udfInJoinCondition,
  joinWithOwnTotal,
  joinForExistence,
  isinOfCollected,
  builtInUdf,
  udfInFilter,
  mixedUdfKinds,
  udfWithoutType,
  setupPerRow,
  udfWithSparkInside,
  pandasOverAllRows,
  arrayLoopUdf,
  nondeterministicUdf,
  leavingDataframe,
  groupByKeyThenReduce,
  setupPerRecord,
  rddSort,
  differentlyPartitionedRdds,
  schemaInference,
  mergedSchemas,
  jdbcInOneTask,
  unsplittableFile,
  overwrittenSource,
  textThroughRdd,
  unreadablePath,
  sqlFromInput,
  unorderedFirst,
  defaultWindowFrame,
  unorderedLimit,
  arbitrarySurvivor,
  generatedIdAsKey,
  unionByPosition,
  pairedByPosition,
  unseededSplit,
  ignoredBuilderSetting,
  lateSetting,
  adaptiveOff,
  broadcastOff,
  stateWithoutWatermark,
  streamWithoutCheckpoint,
  uncachedBatch,
  streamDuplicatesWithoutWatermark,
  uncachedTrainingData,
  sequentialGridSearch,
];
