/**
 * A shuffle whose map side has run. Sizes are what the driver knows: compressed bytes, each block rounded as MapStatus
 * rounds it. Typed arrays will do wherever sizes are listed.
 */
export interface ShuffleOutput {
  readonly numReducers: number;
  /** undefined: the map side had no task, and nothing is known (MapOutputStatistics is None). */
  readonly bytesByReducer: ArrayLike<number> | undefined;
  /** undefined where only the sums are known: then nothing is split by mappers or read locally. */
  readonly numMaps: number | undefined;
  /** Why the exchange is there (ShuffleOrigin): the planner's own may be changed in any way, a user's only in some. */
  readonly origin: ShuffleOrigin;
  readonly partitioning: 'hash' | 'range' | 'round-robin' | 'single' | 'unknown';
  /** What each mapper has written for one reducer. */
  bytesByMap(reducer: number): ArrayLike<number>;
}

export const SHUFFLE_ORIGINS = [
  'ENSURE_REQUIREMENTS',
  'REPARTITION_BY_COL',
  'REPARTITION_BY_NUM',
  'REBALANCE_PARTITIONS_BY_NONE',
  'REBALANCE_PARTITIONS_BY_COL',
  'REQUIRED_BY_STATEFUL_OPERATOR',
] as const;

export type ShuffleOrigin = (typeof SHUFFLE_ORIGINS)[number];

export function sum(sizes: ArrayLike<number>, start = 0, end = sizes.length): number {
  let total = 0;
  for (let i = start; i < end; i++) total += sizes[i] ?? 0;
  return total;
}
