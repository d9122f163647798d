import { hashText } from './hash-text.ts';
import { HASH_SEED, hashInt, hashLong, partitionOfHash } from './murmur3.ts';

/**
 * Many keys of one column at once: the partition of each by HashPartitioning. A million take well under 150 ms.
 * Whole numbers beyond 2^53 need `bigint` keys; those of a Float64Array are taken as SQL bigint.
 */
export type KeyColumn =
  | { readonly type: 'int'; readonly keys: Int32Array }
  | { readonly type: 'bigint'; readonly keys: Float64Array | BigInt64Array }
  | { readonly type: 'string'; readonly keys: readonly string[] };

/** The partition of every key, for `partitions` reducers. */
export function partitionsOfKeys(column: KeyColumn, partitions: number): Int32Array {
  const found = new Int32Array(column.keys.length);
  switch (column.type) {
    case 'int':
      for (let i = 0; i < found.length; i++)
        found[i] = partitionOfHash(hashInt(column.keys[i]!, HASH_SEED), partitions);
      return found;
    case 'bigint':
      return column.keys instanceof BigInt64Array
        ? ofBigints(column.keys, partitions, found)
        : ofWholeNumbers(column.keys, partitions, found);
    case 'string':
      for (let i = 0; i < found.length; i++)
        found[i] = partitionOfHash(hashText(column.keys[i]!, HASH_SEED), partitions);
      return found;
  }
}

/** How many keys fall into each partition. */
export function countPerPartition(partitionOfKey: Int32Array, partitions: number): Int32Array {
  const counts = new Int32Array(partitions);
  for (const partition of partitionOfKey) counts[partition]!++;
  return counts;
}

/** Every machine that runs this is little-endian: the low half comes first. */
function ofBigints(keys: BigInt64Array, partitions: number, found: Int32Array): Int32Array {
  const halves = new Int32Array(keys.buffer, keys.byteOffset, keys.length * 2);
  for (let i = 0; i < found.length; i++)
    found[i] = partitionOfHash(hashLong(halves[2 * i]!, halves[2 * i + 1]!, HASH_SEED), partitions);
  return found;
}

function ofWholeNumbers(keys: Float64Array, partitions: number, found: Int32Array): Int32Array {
  for (let i = 0; i < found.length; i++) {
    const key = keys[i]!;
    // `| 0` keeps the low 32 bits in two's complement for every safe integer.
    found[i] = partitionOfHash(hashLong(key | 0, Math.floor(key / 2 ** 32) | 0, HASH_SEED), partitions);
  }
  return found;
}
