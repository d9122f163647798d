/** Values per output partition that a range exchange looks at (spark.sql.execution.rangeExchange.sampleSizePerPartition). */
export const SAMPLES_PER_PARTITION = 100;
const MOST_SAMPLES = 1e6;
/** Input partitions may differ: each gives up to three times its share. */
const OVERSAMPLING = 3;

export interface RangeBounds<T> {
  /** Strictly rising; partition i holds the keys up to and including bound i, the last one the rest. */
  readonly bounds: readonly T[];
  /** False where Spark draws some of the keys at random: then these bounds are those of all keys, an estimate. */
  readonly exact: boolean;
}

/**
 * The bounds of a range exchange: `orderBy`, `repartitionByRange`, sortByKey of the JVM. Fewer partitions than asked for
 * come of keys that repeat. Source: RangePartitioner.sketch, determineBounds. Same in 3.5 to 4.3.
 */
export function rangeBounds<T>(
  inputs: readonly (readonly T[])[],
  partitions: number,
  samplesPerPartition: number,
  compare: (a: T, b: T) => number,
): RangeBounds<T> {
  if (partitions <= 1) return { bounds: [], exact: true };
  const reservoir = rangeReservoir(inputs.length, partitions, samplesPerPartition);
  const candidates = inputs.flat().sort(compare);
  return {
    bounds: determineBounds(candidates, Math.min(partitions, candidates.length), compare),
    exact: inputs.every((keys) => keys.length <= reservoir),
  };
}

/** How many keys of an input partition are looked at; where it holds no more, nothing is left to chance. */
export function rangeReservoir(inputs: number, partitions: number, samplesPerPartition: number): number {
  const samples = Math.min(samplesPerPartition * partitions, MOST_SAMPLES);
  return Math.ceil((OVERSAMPLING * samples) / inputs);
}

/** Walks the sorted keys and cuts after every `step` of them, never between equal keys. */
function determineBounds<T>(
  sorted: readonly T[],
  partitions: number,
  compare: (a: T, b: T) => number,
): readonly T[] {
  const step = sorted.length / partitions;
  const bounds: T[] = [];
  let target = step;
  for (let i = 0; i < sorted.length && bounds.length < partitions - 1; i++) {
    const key = sorted[i]!;
    const isNew = bounds.length === 0 || compare(key, bounds.at(-1)!) > 0;
    if (i + 1 < target || !isNew) continue;
    bounds.push(key);
    target += step;
  }
  return bounds;
}

/** The number of bounds below the key. */
export function partitionOfKey<T>(key: T, bounds: readonly T[], compare: (a: T, b: T) => number): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(key, bounds[middle]!) > 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Rows of each partition that is really made: one more than there are bounds. */
export function rangeRows<T>(
  inputs: readonly (readonly T[])[],
  bounds: readonly T[],
  compare: (a: T, b: T) => number,
): readonly number[] {
  const rows = Array<number>(bounds.length + 1).fill(0);
  for (const keys of inputs) for (const key of keys) rows[partitionOfKey(key, bounds, compare)]!++;
  return rows;
}
