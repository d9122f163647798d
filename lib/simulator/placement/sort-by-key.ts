import { PythonRandom } from './python-random.ts';
import { partitionOfKey } from './range-bounds.ts';

/** Keys per output partition that are looked at; all where there are no more. */
const SAMPLES_PER_PARTITION = 20;
const SEED = 1;

/**
 * Rows of each partition of PySpark's `rdd.sortByKey(ascending, n)`, which does not range-partition as Spark does: every
 * key is drawn with the same chance, by a generator whose seed is fixed, so that the outcome is too.
 * Source: pyspark RDD.sortByKey, rddsampler.RDDSampler. Same in 3.5 to 4.3.
 */
export function sortByKeyRows<T>(
  inputs: readonly (readonly T[])[],
  partitions: number,
  ascending: boolean,
  compare: (a: T, b: T) => number,
): readonly number[] {
  const count = inputs.reduce((sum, keys) => sum + keys.length, 0);
  if (partitions === 1) return [count];
  // An empty RDD stays as it is.
  if (count === 0) return inputs.map(() => 0);
  const fraction = Math.min((partitions * SAMPLES_PER_PARTITION) / count, 1);
  const samples = inputs.flatMap((keys, split) => sampled(keys, split, fraction)).sort(compare);
  const bounds = Array.from(
    { length: partitions - 1 },
    (_, i) => samples[Math.trunc((samples.length * (i + 1)) / partitions)]!,
  );
  const rows = Array<number>(partitions).fill(0);
  for (const keys of inputs) {
    for (const key of keys) {
      const at = partitionOfKey(key, bounds, compare);
      rows[ascending ? at : partitions - 1 - at]!++;
    }
  }
  return rows;
}

function sampled<T>(keys: readonly T[], split: number, fraction: number): readonly T[] {
  if (fraction === 1) return keys;
  const random = new PythonRandom(SEED ^ split);
  // Mixed because the seeds of neighbors are close to each other.
  for (let i = 0; i < 10; i++) random.coin();
  return keys.filter(() => random.random() < fraction);
}
