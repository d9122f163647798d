import { bytes, count, leafParallelism } from '../conf.ts';
import type { PlanSettings } from '../settings.ts';
import { type FilePacking, longestFirst, packPieces, pieceStarts, splitSize } from './pack-files.ts';

const MOST_PIECES = 1_000_000;

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
  const { maxPartitionNum } = packing;
  // A piece of the full size leaves no room for another: of a file, only what is left behind these is packed.
  const whole = (size: number): number => (splittable ? Math.floor(size / Math.max(1, split)) : 0);
  const full = fileBytes.reduce((sum, size) => sum + whole(size), 0);
  const rests = fileBytes
    .map((size) => ({ lengthBytes: size - whole(size) * Math.max(1, split) }))
    .filter(({ lengthBytes }) => !splittable || lengthBytes > 0);
  const packed =
    full + packPieces(longestFirst(rests), split, { ...packing, maxPartitionNum: undefined }).length;
  if (maxPartitionNum === undefined || packed <= maxPartitionNum) return packed;
  // Packed once more, piece by piece. So many that they would not fit into memory are as many as are wished for.
  if (full > MOST_PIECES) return maxPartitionNum;
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
    // Spark itself refuses one that is not above 0.
    maxPartitionNum: Number.isFinite(most) && most > 0 ? most : undefined,
  };
}
