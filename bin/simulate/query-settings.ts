import type { PlanSettings, SparkVersion } from '#lib/plan/settings.ts';
import { type CaseInput, MAX_BYTES, MAX_PARTITIONS } from '#lib/simulator/cases/read-input.ts';

/** What a case says about the session its query runs in. */
export function readQuerySettings(input: CaseInput, spark: SparkVersion): PlanSettings {
  const extra = input.optional('extraConf')?.entries((value) => String(value.value)) ?? [];
  const parallelism = input.optional('defaultParallelism')?.integer(1, MAX_PARTITIONS) ?? 8;
  return {
    spark,
    cores: parallelism,
    conf: {
      'spark.sql.adaptive.enabled': String(input.field('adaptiveEnabled').boolean()),
      'spark.sql.shuffle.partitions': String(input.field('shufflePartitions').integer(1, MAX_PARTITIONS)),
      'spark.sql.autoBroadcastJoinThreshold': String(
        input.field('autoBroadcastJoinThresholdBytes').integer(-1, MAX_BYTES),
      ),
      'spark.default.parallelism': String(parallelism),
      'spark.sql.ansi.enabled': 'false',
      ...Object.fromEntries(extra),
    },
  };
}
