import { expansionOf } from '../estimate/format-figures.ts';
import { type FileScanInput, scanPartitions } from '../files/scan-partitions.ts';
import type { Knobs } from './knobs.ts';

/** A table on disk and the tasks that read it. */
export interface SourceData {
  readonly rows: number;
  /** In-memory bytes for each byte on disk. */
  readonly expansion: number;
  readonly fileBytes: number;
  /** Bytes on disk, pieces of files, and rows of each read task. */
  readonly bytesPerTask: Float64Array;
  readonly piecesPerTask: Int32Array;
  readonly rowsPerTask: Float64Array;
}

const ENDINGS: Readonly<Record<Knobs['codec'], string>> = {
  none: '',
  snappy: '.snappy',
  zstd: '.zst',
  gzip: '.gz',
  bzip2: '.bz2',
  lz4: '.lz4',
};

/**
 * Files of equal size, cut and packed as Spark does it (exact), and rows in proportion to bytes (an estimate). Left out:
 * that a task reads the Parquet row groups whose middle lies in its piece: with few large row groups some tasks get none.
 */
export function sourceData(knobs: Knobs, bytes: number, files: number): SourceData {
  const expansion = knobs.expansion > 0 ? knobs.expansion : expansionOf(knobs.format, knobs.codec);
  const rows = Math.floor((bytes * expansion) / knobs.rowBytes);
  const partitions = scanPartitions(scanInput(knobs, bytes, files));
  const bytesPerTask = Float64Array.from(partitions, (pieces) =>
    pieces.reduce((sum, { lengthBytes }) => sum + lengthBytes, 0),
  );
  return {
    rows,
    expansion,
    fileBytes: bytes,
    bytesPerTask,
    piecesPerTask: Int32Array.from(partitions, (pieces) => pieces.length),
    rowsPerTask: shareOut(rows, bytesPerTask, bytes),
  };
}

export function scanInput(knobs: Knobs, bytes: number, files: number): FileScanInput {
  const path = `part.${knobs.format}${ENDINGS[knobs.codec]}`;
  const startOf = (file: number) => Math.floor((file / files) * bytes);
  return {
    api: 'v1',
    format: knobs.format,
    options: {},
    files: Array.from({ length: files }, (_, file) => ({
      path,
      lengthBytes: startOf(file + 1) - startOf(file),
    })),
    maxPartitionBytes: knobs.maxPartitionBytes,
    openCostInBytes: knobs.openCostBytes,
    // SparkContext.defaultParallelism of a cluster: its cores, but never one.
    minPartitionNum: Math.max(2, knobs.executors * knobs.cores),
    maxPartitionNum: undefined,
  };
}

/** Whole rows in proportion to bytes, all of them given away. */
function shareOut(rows: number, bytesPerTask: Float64Array, bytes: number): Float64Array {
  let [covered, given] = [0, 0];
  return bytesPerTask.map((taskBytes, task) => {
    covered += taskBytes;
    const upTo = task === bytesPerTask.length - 1 ? rows : Math.floor((covered / bytes) * rows);
    const own = upTo - given;
    given = upTo;
    return own;
  });
}
