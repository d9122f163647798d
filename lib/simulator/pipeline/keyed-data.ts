import { type KeyShape, keyWeights, rowsPerKey } from '../distribution/key-shape.ts';
import { bigintKeys, hashPartitionRows, type KeyedRows } from '../distribution/partition-rows.ts';
import type { KeyColumn } from '../placement/hash-keys.ts';
import type { Knobs } from './knobs.ts';

export function keyShapeOf(knobs: Knobs): KeyShape {
  const { keyShape, keys, zipfExponent, hotShare, weights } = knobs;
  switch (keyShape) {
    case 'uniform':
      return { kind: 'uniform', keys };
    case 'zipf':
      return { kind: 'zipf', keys, exponent: zipfExponent };
    case 'hot':
      return { kind: 'hot', keys, share: hotShare };
    case 'weights':
      return { kind: 'weights', weights };
  }
}

/** The keys of the main table with their rows: numbers from the first key on, or the pasted names. */
export function keyedRows(knobs: Knobs, rows: number): KeyedRows {
  const weights = keyWeights(keyShapeOf(knobs));
  return { column: keyColumn(knobs, weights.length), rows: rowsPerKey(weights, rows) };
}

/** Above this many keys a hash is even within a few hundredths, and keys are not looked at one by one. */
const HASHED_KEYS = 100_000;

/** Rows of each partition of a join's other side, which has one row for each of its keys, from the first key on. */
export function otherPartitionRows(knobs: Knobs, rows: number): Float64Array {
  const { shufflePartitions, firstKey } = knobs;
  if (rows > HASHED_KEYS) return rowsPerKey(new Float64Array(shufflePartitions).fill(1), rows);
  const ones = new Float64Array(rows).fill(1);
  return hashPartitionRows({ column: bigintKeys(rows, firstKey), rows: ones }, shufflePartitions).rows;
}

function keyColumn(knobs: Knobs, count: number): KeyColumn {
  const isNamed = knobs.keyShape === 'weights' && knobs.keyNames.length === count;
  return isNamed ? { type: 'string', keys: knobs.keyNames } : bigintKeys(count, knobs.firstKey);
}
