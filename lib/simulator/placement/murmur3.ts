/**
 * Spark's own Murmur3 (x86, 32 bit): the tail of a byte sequence is mixed in byte by byte, each sign-extended, which is
 * not the standard's tail. All arithmetic wraps at 32 bits; results are signed.
 * Source: org.apache.spark.unsafe.hash.Murmur3_x86_32 (hashInt, hashLong, hashUnsafeBytes). Same in 3.5 to 4.3.
 */

/** The seed of the SQL function `hash` and of HashPartitioning. */
export const HASH_SEED = 42;

export function hashInt(value: number, seed: number): number {
  return finish(mixHash(seed, mixKey(value)), 4);
}

/** A 64-bit value as its two halves. */
export function hashLong(low: number, high: number, seed: number): number {
  return finish(mixHash(mixHash(seed, mixKey(low)), mixKey(high)), 8);
}

export function hashBytes(bytes: Uint8Array, length: number, seed: number): number {
  const aligned = length & ~3;
  let hash = seed;
  for (let i = 0; i < aligned; i += 4) {
    const word = bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    hash = mixHash(hash, mixKey(word));
  }
  for (let i = aligned; i < length; i++) hash = mixHash(hash, mixKey((bytes[i]! << 24) >> 24));
  return finish(hash, length);
}

/** `pmod(hash, n)`: the partition of a hash, never negative. */
export function partitionOfHash(hash: number, partitions: number): number {
  const remainder = hash % partitions;
  // `+ 0` turns JavaScript's -0 into 0.
  return (remainder < 0 ? remainder + partitions : remainder) + 0;
}

export function mixKey(key: number): number {
  const k = Math.imul(key, 0xcc9e2d51);
  return Math.imul((k << 15) | (k >>> 17), 0x1b873593);
}

export function mixHash(hash: number, key: number): number {
  const h = hash ^ key;
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
}

export function finish(hash: number, length: number): number {
  let h = hash ^ length;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
