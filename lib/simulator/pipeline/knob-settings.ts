import type { PlanSettings } from '#lib/plan/settings.ts';
import type { Knobs } from './knobs.ts';

/** The knobs that are settings of Spark, under Spark's names, so that every rule reads them as it reads a user's. */
export function settingsOf(knobs: Knobs): PlanSettings {
  const adaptive = 'spark.sql.adaptive';
  return {
    spark: knobs.spark,
    cores: knobs.executors * knobs.cores,
    conf: {
      'spark.sql.files.maxPartitionBytes': String(knobs.maxPartitionBytes),
      'spark.sql.files.openCostInBytes': String(knobs.openCostBytes),
      'spark.sql.autoBroadcastJoinThreshold': String(knobs.broadcastThreshold),
      'spark.sql.join.preferSortMergeJoin': String(knobs.preferSortMergeJoin),
      'spark.sql.shuffle.partitions': String(knobs.shufflePartitions),
      [`${adaptive}.enabled`]: String(knobs.adaptive),
      [`${adaptive}.coalescePartitions.enabled`]: String(knobs.coalescePartitions),
      [`${adaptive}.coalescePartitions.parallelismFirst`]: String(knobs.parallelismFirst),
      [`${adaptive}.coalescePartitions.minPartitionSize`]: String(knobs.minPartitionBytes),
      [`${adaptive}.advisoryPartitionSizeInBytes`]: String(knobs.advisoryBytes),
      [`${adaptive}.skewJoin.enabled`]: String(knobs.skewJoin),
      [`${adaptive}.skewJoin.skewedPartitionFactor`]: String(knobs.skewFactor),
      [`${adaptive}.skewJoin.skewedPartitionThresholdInBytes`]: String(knobs.skewThresholdBytes),
    },
  };
}
