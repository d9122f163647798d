/** spark.sql.files.*: how files are cut and packed into the tasks that read them. Sizes in bytes. */
export interface FilePacking {
  readonly maxPartitionBytes: number;
  readonly openCostInBytes: number;
  /** spark.sql.files.minPartitionNum, else the parallelism of leaves. */
  readonly minPartitionNum: number;
  /** spark.sql.files.maxPartitionNum: wished for, not kept in every case. Since 3.5. */
  readonly maxPartitionNum: number | undefined;
}

/** Any piece of a file that knows its length. */
interface Piece {
  readonly lengthBytes: number;
}

/** The size that spreads all files over the cores. Source: FilePartition.maxSplitBytes. */
export function splitSize(fileBytes: Iterable<number>, packing: FilePacking): number {
  let total = 0;
  for (const size of fileBytes) total += size + packing.openCostInBytes;
  const each = Math.floor(total / packing.minPartitionNum);
  return Math.min(packing.maxPartitionBytes, Math.max(packing.openCostInBytes, each));
}

/** Where the pieces of a file begin; an empty file that can be cut has none. Source: PartitionedFileUtil.splitFiles. */
export function pieceStarts(size: number, splittable: boolean, split: number): readonly number[] {
  if (!splittable) return [0];
  return Array.from({ length: Math.ceil(size / Math.max(1, split)) }, (_, i) => i * split);
}

/** The longest first; pieces of one length stay in the order of the listing. */
export function longestFirst<T extends Piece>(pieces: readonly T[]): readonly T[] {
  return pieces.toSorted((a, b) => b.lengthBytes - a.lengthBytes);
}

/** The pieces that each task reads; packed once more, and not cut again, where there are too many tasks. Source: FilePartition. */
export function packPieces<T extends Piece>(
  pieces: readonly T[],
  split: number,
  packing: FilePacking,
): readonly (readonly T[])[] {
  const { openCostInBytes, maxPartitionNum } = packing;
  const packed = nextFit(pieces, split, openCostInBytes);
  if (maxPartitionNum === undefined || packed.length <= maxPartitionNum) return packed;
  const total = pieces.reduce((sum, { lengthBytes }) => sum + lengthBytes + openCostInBytes, 0);
  const wished =
    (total - (total % maxPartitionNum)) / maxPartitionNum + (total % maxPartitionNum > 0 ? 1 : 0);
  return nextFit(pieces, wished, openCostInBytes);
}

/** A partition is closed when the next piece would not fit, and never looked at again. */
function nextFit<T extends Piece>(
  pieces: readonly T[],
  split: number,
  openCost: number,
): readonly (readonly T[])[] {
  const partitions: T[][] = [];
  let filled = Number.POSITIVE_INFINITY;
  for (const piece of pieces) {
    if (filled + piece.lengthBytes > split) {
      partitions.push([]);
      filled = 0;
    }
    partitions.at(-1)!.push(piece);
    filled += piece.lengthBytes + openCost;
  }
  return partitions;
}
