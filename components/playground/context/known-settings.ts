import { parseBytes } from '#lib/plan/conf.ts';

/** A setting that changes plans, with Spark's default (SQLConf). */
export interface KnownSetting {
  readonly key: string;
  readonly standard: string;
  readonly kind: 'count' | 'bytes' | 'switch';
}

export const KNOWN_SETTINGS: readonly KnownSetting[] = [
  { key: 'spark.sql.shuffle.partitions', standard: '200', kind: 'count' },
  { key: 'spark.sql.autoBroadcastJoinThreshold', standard: '10MB', kind: 'bytes' },
  { key: 'spark.sql.adaptive.enabled', standard: 'true', kind: 'switch' },
  { key: 'spark.sql.adaptive.coalescePartitions.enabled', standard: 'true', kind: 'switch' },
  {
    key: 'spark.sql.adaptive.coalescePartitions.initialPartitionNum',
    standard: 'shuffle.partitions',
    kind: 'count',
  },
  { key: 'spark.sql.join.preferSortMergeJoin', standard: 'true', kind: 'switch' },
  { key: 'spark.sql.files.maxPartitionBytes', standard: '128MB', kind: 'bytes' },
  { key: 'spark.sql.files.openCostInBytes', standard: '4MB', kind: 'bytes' },
  { key: 'spark.default.parallelism', standard: 'cores', kind: 'count' },
];

/** Why a setting cannot have that value; undefined where it can, and for settings that nobody here knows. */
export function problemOf(key: string, text: string): string | undefined {
  const kind = KNOWN_SETTINGS.find((each) => each.key === key)?.kind;
  const value = text.trim();
  if (kind === 'count' && !/^[1-9]\d{0,8}$/.test(value)) return `“${value}” is no whole number from 1.`;
  if (kind === 'bytes' && parseBytes(value) === undefined)
    return `“${value}” is no size. Sizes are written as 64m, 10MB, a number of bytes, or -1 for none.`;
  if (kind === 'switch' && !/^(true|false)$/i.test(value)) return `“${value}” is neither true nor false.`;
  return undefined;
}
