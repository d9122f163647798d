import { type KeyColumn, partitionsOfKeys } from '../placement/hash-keys.ts';

/** Keys of a data set, each with its number of rows. */
export interface KeyedRows {
  readonly column: KeyColumn;
  readonly rows: Float64Array;
}

/** Whole numbers from `first` on, as an id column (bigint) has them. */
export function bigintKeys(count: number, first = 0): KeyColumn {
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) keys[i] = first + i;
  return { type: 'bigint', keys };
}

/** What a hash exchange puts into each of its partitions. */
export interface PartitionedRows {
  readonly partitionOfKey: Int32Array;
  readonly rows: Float64Array;
  /** Distinct keys in each partition. */
  readonly keys: Int32Array;
}

/** Rows and keys of each partition by the hash that Spark places them with: exact for these keys. */
export function hashPartitionRows({ column, rows }: KeyedRows, partitions: number): PartitionedRows {
  const partitionOfKey = partitionsOfKeys(column, partitions);
  const found = { partitionOfKey, rows: new Float64Array(partitions), keys: new Int32Array(partitions) };
  for (let key = 0; key < rows.length; key++) {
    const partition = partitionOfKey[key]!;
    found.rows[partition]! += rows[key]!;
    if (rows[key]! > 0) found.keys[partition]! += 1;
  }
  return found;
}
