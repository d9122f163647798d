import { bytes, count, leafParallelism } from '../conf.ts';
import type { PlanSettings } from '../settings.ts';

/**
 * How many tasks read files: files are cut at a split size that spreads them over the cores, sorted by size and packed
 * until the size is full, counting an open cost for each. Source: FilePartition, FileSourceScanExec.
 */
export function filePartitions(
  fileBytes: readonly number[],
  splittable: boolean,
  settings: PlanSettings,
): number {
  const openCost = bytes(settings, 'spark.sql.files.openCostInBytes', 4 * 2 ** 20);
  const largest = bytes(settings, 'spark.sql.files.maxPartitionBytes', 128 * 2 ** 20);
  const least = count(settings, 'spark.sql.files.minPartitionNum', leafParallelism(settings));
  const total = fileBytes.reduce((sum, size) => sum + size + openCost, 0);
  const split = Math.min(largest, Math.max(openCost, Math.floor(total / least)));
  const pieces = fileBytes.flatMap((size) => (splittable ? cut(size, split) : [size]));
  return packed(
    pieces.toSorted((a, b) => b - a),
    split,
    openCost,
  );
}

function cut(size: number, split: number): readonly number[] {
  return Array.from({ length: Math.ceil(size / split) }, (_, i) => Math.min(split, size - i * split));
}

/** Next fit: a partition is closed when the next piece would not fit, and never looked at again. */
function packed(pieces: readonly number[], split: number, openCost: number): number {
  let partitions = 0;
  let filled = 0;
  let open = false;
  for (const piece of pieces) {
    if (open && filled + piece > split) {
      partitions += 1;
      filled = 0;
    }
    open = true;
    filled += piece + openCost;
  }
  return partitions + (open ? 1 : 0);
}

const SPLITTABLE = new Set(['parquet', 'orc', 'avro', 'csv', 'json', 'text']);

export function isSplittable(format: string, source: string): boolean {
  return SPLITTABLE.has(format.toLowerCase()) && !/\.(gz|deflate|snappy|lz4|zst)$/i.test(source);
}
