import { type Python, type PythonKey, pythonHash } from './python-hash.ts';

/** sys.maxsize of a 64-bit Python. */
const MAX_SIZE = 2n ** 63n - 1n;

/**
 * PySpark's `portable_hash`, by which its RDDs are partitioned unless another function is given. Source: python/pyspark/core/rdd.py (pyspark/rdd.py in 3.5). Same in
 * 3.5 to 4.3; what differs is the Python.
 */
export function portableHash(key: PythonKey, python: Python): bigint {
  if (key.type === 'NoneType') return 0n;
  if (key.type !== 'tuple') return pythonHash(key, python);
  let hash = 0x345678n;
  // Python's integers do not wrap; `&` keeps the low 63 bits of a negative one, as BigInt's does.
  for (const item of key.items) hash = ((hash ^ portableHash(item, python)) * 1_000_003n) & MAX_SIZE;
  hash ^= BigInt(key.items.length);
  return hash === -1n ? -2n : hash;
}

/** The partition of `rdd.partitionBy(n)`: Python's remainder is never negative. */
export function portablePartition(hash: bigint, partitions: number): number {
  const n = BigInt(partitions);
  return Number(((hash % n) + n) % n);
}
