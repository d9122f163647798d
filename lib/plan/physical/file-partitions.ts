import { bytes, count, leafParallelism } from '../conf.ts';
import type { PlanSettings } from '../settings.ts';
import { type FilePacking, longestFirst, packPieces, pieceStarts, splitSize } from './pack-files.ts';

/**
 * How many tasks read files: files are cut at a split size that spreads them over the cores, sorted by size and packed
 * until the size is full, counting an open cost for each. Source: FilePartition, FileSourceScanExec.
 */
export function filePartitions(
  fileBytes: readonly number[],
  splittable: boolean,
  settings: PlanSettings,
): number {
  const packing = filePacking(settings);
  const split = splitSize(fileBytes, packing);
  const pieces = fileBytes.flatMap((size) =>
    pieceStarts(size, splittable, split).map((start) => ({
      lengthBytes: splittable ? Math.min(split, size - start) : size,
    })),
  );
  return packPieces(longestFirst(pieces), split, packing).length;
}

export function filePacking(settings: PlanSettings): FilePacking {
  const most = count(settings, 'spark.sql.files.maxPartitionNum', Number.POSITIVE_INFINITY);
  return {
    maxPartitionBytes: bytes(settings, 'spark.sql.files.maxPartitionBytes', 128 * 2 ** 20),
    openCostInBytes: bytes(settings, 'spark.sql.files.openCostInBytes', 4 * 2 ** 20),
    minPartitionNum: count(settings, 'spark.sql.files.minPartitionNum', leafParallelism(settings)),
    maxPartitionNum: Number.isFinite(most) ? most : undefined,
  };
}
