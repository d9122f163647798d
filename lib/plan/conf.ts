import { type PlanSettings, SPARK_VERSIONS, type SparkVersion } from './settings.ts';

/** Spark's settings as values, with the defaults of SQLConf. Sizes may carry a unit: `10MB`, `64m`, `-1`. */

export function isAtLeast(settings: PlanSettings, version: SparkVersion): boolean {
  return SPARK_VERSIONS.indexOf(settings.spark) >= SPARK_VERSIONS.indexOf(version);
}

export function flag(settings: PlanSettings, key: string, standard: boolean): boolean {
  const value = settings.conf[key];
  return value === undefined ? standard : value.trim().toLowerCase() === 'true';
}

export function count(settings: PlanSettings, key: string, standard: number): number {
  const value = Number(settings.conf[key] ?? Number.NaN);
  return Number.isFinite(value) ? value : standard;
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  k: 2 ** 10,
  m: 2 ** 20,
  g: 2 ** 30,
  t: 2 ** 40,
  p: 2 ** 50,
};

export function bytes(settings: PlanSettings, key: string, standard: number): number {
  return parseBytes(settings.conf[key] ?? '') ?? standard;
}

/** `10MB`, `64m`, `1.5 GiB`, `-1` in bytes; undefined for anything else. */
export function parseBytes(text: string): number | undefined {
  const match = /^\s*(-?[\d.]+)\s*([bkmgtp]?)i?b?\s*$/i.exec(text);
  return match ? Number(match[1]) * UNITS[match[2]!.toLowerCase()]! : undefined;
}

export function isAdaptive(settings: PlanSettings): boolean {
  return flag(settings, 'spark.sql.adaptive.enabled', true);
}

/** spark.sql.shuffle.partitions; an adaptive run may start from a number of its own (SQLConf.numShufflePartitions). */
export function shufflePartitions(settings: PlanSettings): number {
  const standard = count(settings, 'spark.sql.shuffle.partitions', 200);
  return isAdaptive(settings) && flag(settings, 'spark.sql.adaptive.coalescePartitions.enabled', true)
    ? count(settings, 'spark.sql.adaptive.coalescePartitions.initialPartitionNum', standard)
    : standard;
}

export function defaultParallelism(settings: PlanSettings): number {
  return count(settings, 'spark.default.parallelism', settings.cores);
}

export function leafParallelism(settings: PlanSettings): number {
  return count(settings, 'spark.sql.leafNodeDefaultParallelism', defaultParallelism(settings));
}

export function broadcastThreshold(settings: PlanSettings): number {
  return bytes(settings, 'spark.sql.autoBroadcastJoinThreshold', 10 * 2 ** 20);
}

/** The threshold for sizes that a run has measured. */
export function adaptiveBroadcastThreshold(settings: PlanSettings): number {
  return bytes(settings, 'spark.sql.adaptive.autoBroadcastJoinThreshold', broadcastThreshold(settings));
}
