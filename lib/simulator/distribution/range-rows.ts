/** What a range exchange puts into each partition that it really makes. */
export interface RangePartitionedRows {
  readonly rows: Float64Array;
  readonly keys: Int32Array;
}

/**
 * Rows of each partition of a range exchange over keys in their order: it is cut after every share of the rows, never
 * within a key, so that heavy keys make fewer and larger partitions. Spark finds the cuts in a sample; here they are those of
 * all rows. Source: RangePartitioner.determineBounds, over keys with their weight.
 */
export function rangePartitionRows(rowsPerKey: Float64Array, partitions: number): RangePartitionedRows {
  const total = rowsPerKey.reduce((sum, rows) => sum + rows, 0);
  const wanted = Math.min(partitions, Math.max(1, total));
  const step = total / wanted;
  const rows: number[] = [0];
  const keys: number[] = [0];
  let [covered, target] = [0, step];
  for (const each of rowsPerKey) {
    if (each === 0) continue;
    covered += each;
    rows[rows.length - 1]! += each;
    keys[keys.length - 1]! += 1;
    if (covered >= target && rows.length < wanted) {
      rows.push(0);
      keys.push(0);
      target += step;
    }
  }
  return { rows: Float64Array.from(rows), keys: Int32Array.from(keys) };
}
