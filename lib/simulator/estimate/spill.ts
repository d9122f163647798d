import { type Computed, input } from '../computed.ts';

/** Beside each row a sorter keeps its length (4) and a pointer with a key prefix (16), in an array that doubles. */
export const SORT_OVERHEAD_BYTES = 36;
/** The shuffle's own sorter needs but 8 bytes a row for its pointers. */
export const SHUFFLE_OVERHEAD_BYTES = 12;

/** What `rows` need in a sorter. */
export function sortMemory(rows: number, rowBytes: number, overhead = SORT_OVERHEAD_BYTES): number {
  return rows * (rowBytes + overhead);
}

/**
 * What a sorter writes to disk because its task may not have more memory: each time it is full, all it holds goes; what
 * comes last stays in memory. An estimate: in a real run other operators and tasks take part of the memory.
 * Source: UnsafeExternalSorter.spill, ShuffleExternalSorter.
 */
export function spilledBytes(neededBytes: number, limitBytes: number): number {
  if (neededBytes <= limitBytes || limitBytes <= 0) return 0;
  return (Math.ceil(neededBytes / limitBytes) - 1) * limitBytes;
}

/** One task's spill on disk with its parts, for "how computed". */
export function spillOnDisk(neededBytes: number, limitBytes: number, compression: number): Computed {
  return {
    value: spilledBytes(neededBytes, limitBytes) * compression,
    unit: 'bytes',
    formula: '(ceil(memory needed / memory of a task) - 1) x memory of a task x compression',
    inputs: [
      input('memory needed', neededBytes, 'bytes'),
      input('memory of a task', limitBytes, 'bytes', 'spark.executor.memory'),
      input('compression', compression, 'ratio', 'spark.shuffle.spill.compress'),
    ],
    source: 'UnsafeExternalSorter, ShuffleExternalSorter',
    kind: 'estimate',
  };
}
