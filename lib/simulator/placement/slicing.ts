/** How rows become partitions where nothing is shuffled. Same in 3.5 to 4.3. */

/**
 * Equal slices by position: slice i begins at floor(i * n / slices). Source: ParallelCollectionRDD.slice, RangeExec;
 * `spark.range`, `sc.parallelize(range)`, JVM parallelize and rows held in a plan.
 */
export function sliceRows(rows: number, slices: number): readonly number[] {
  return Array.from(
    { length: slices },
    (_, i) => sliceStart(i + 1, rows, slices) - sliceStart(i, rows, slices),
  );
}

/** floor(i * n / slices), with no product beyond 2^53. */
export function sliceStart(i: number, rows: number, slices: number): number {
  const each = Math.floor(rows / slices);
  return i * each + Math.floor((i * (rows % slices)) / slices);
}

/** Elements that PySpark pickles into one batch unless the context was given another size. */
const BATCH = 1024;

/**
 * `sc.parallelize(list)` and `createDataFrame(list)`: what is sliced are pickled batches, not elements.
 * Source: pyspark SparkContext.parallelize.
 */
export function sliceBatches(rows: number, slices: number): readonly number[] {
  const batch = Math.max(1, Math.min(Math.floor(rows / slices), BATCH));
  const batches = Math.ceil(rows / batch);
  const start = (i: number) => Math.min(rows, sliceStart(i, batches, slices) * batch);
  return Array.from({ length: slices }, (_, i) => start(i + 1) - start(i));
}

/** `VALUES` and other rows held in a plan: no more partitions than rows, none without rows. Source: LocalTableScanExec. */
export function sliceLocalRows(rows: number, leafParallelism: number): readonly number[] {
  return rows === 0 ? [] : sliceRows(rows, Math.min(rows, leafParallelism));
}

/**
 * `coalesce(n)` without locality: neighbors are joined, never more partitions than before. With locality (HDFS blocks)
 * Spark draws bins at random, which is left out. Source: DefaultPartitionCoalescer.throwBalls.
 */
export function coalesceRows(rowsPerInput: readonly number[], partitions: number): readonly number[] {
  const inputs = rowsPerInput.length;
  const groups = Math.min(partitions, inputs);
  return Array.from({ length: groups }, (_, i) =>
    rowsPerInput
      .slice(sliceStart(i, inputs, groups), sliceStart(i + 1, inputs, groups))
      .reduce((sum, rows) => sum + rows, 0),
  );
}
