import { roundRobinBatches } from '../placement/round-robin.ts';
import { coalesceRows, sliceBatches, sliceLocalRows, sliceRows } from '../placement/slicing.ts';
import type { CaseKind } from './case-kind.ts';
import { RDD_API, readRddPartitions } from './rdd-wide-no-default.ts';
import { type CaseInput, MAX_BYTES, MAX_PARTITIONS } from './read-input.ts';

/** Rows of each partition where data begins, and partitions of wide RDD operations. */
export const slicing: CaseKind = {
  kind: 'slicing',
  run(input) {
    const api = input.field('api');
    if (typeof api.value === 'string' && api.value.startsWith(RDD_API))
      return { numPartitions: readRddPartitions(input), rowsPerPartition: null };
    const name = api.oneOf([
      'spark.range',
      'sc.parallelize(range)',
      'sc.parallelize(list)',
      'spark.createDataFrame(list)',
      'SQL VALUES',
      'coalesce',
      'rdd.repartition',
    ]);
    switch (name) {
      case 'spark.range':
        return { rowsPerPartition: sliceRows(rowsOf(input), slicesOf(input, 'numPartitions')) };
      case 'sc.parallelize(range)':
        return { rowsPerPartition: sliceRows(rowsOf(input), slicesOf(input, 'numSlices')) };
      case 'sc.parallelize(list)':
      case 'spark.createDataFrame(list)':
        return { rowsPerPartition: sliceBatches(rowsOf(input), slicesOf(input, 'numSlices')) };
      case 'SQL VALUES': {
        const rowsPerPartition = sliceLocalRows(rowsOf(input), parallelismOf(input));
        return { rowsPerPartition, jvmPartitions: rowsPerPartition.length };
      }
      case 'coalesce':
        return {
          rowsPerPartition: coalesceRows(rowsPerInput(input), input.field('n').integer(1, MAX_PARTITIONS)),
        };
      case 'rdd.repartition':
        return {
          rowsPerPartition: roundRobinBatches(
            rowsPerInput(input),
            input.field('n').integer(1, MAX_PARTITIONS),
          ),
        };
    }
  },
};

function rowsOf(input: CaseInput): number {
  return input.field('rows').integer(0, MAX_BYTES);
}

function slicesOf(input: CaseInput, name: string): number {
  return input.optional(name)?.integer(1, MAX_PARTITIONS) ?? parallelismOf(input);
}

function parallelismOf(input: CaseInput): number {
  return input.field('defaultParallelism').integer(1, MAX_PARTITIONS);
}

/** One number for all input partitions, or one each. */
function rowsPerInput(input: CaseInput): readonly number[] {
  const rows = input.field('rowsPerInputPartition');
  if (Array.isArray(rows.value)) return rows.list((count) => count.integer(0, MAX_BYTES), MAX_PARTITIONS);
  const partitions = input.field('inputPartitions').integer(0, MAX_PARTITIONS);
  return Array<number>(partitions).fill(rows.integer(0, MAX_BYTES));
}
