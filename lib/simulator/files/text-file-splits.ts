import { isSplittableCodec } from '#lib/plan/physical/splittable.ts';
import type { FilePiece, ListedFile } from './scan-partitions.ts';

/** The last piece may be up to a tenth longer than the others. */
const SLOP = 1.1;

export interface TextFileInput {
  /** In the order of the listing. */
  readonly files: readonly ListedFile[];
  /** As given to `sc.textFile`. */
  readonly minPartitions: number;
  /** Of the file system: 32 MiB for local files, 128 MiB for HDFS unless set. */
  readonly blockSizeBytes: number;
}

/** minPartitions of `sc.textFile` when it is not given (SparkContext.defaultMinPartitions). */
export function defaultMinPartitions(defaultParallelism: number): number {
  return Math.min(defaultParallelism, 2);
}

/**
 * The partitions of `sc.textFile`. Source: Hadoop's mapred FileInputFormat.getSplits; HadoopRDD leaves out empty splits
 * (spark.hadoopRDD.ignoreEmptySplits, on since 3.2). Same in 3.5 to 4.3.
 */
export function textFileSplits(input: TextFileInput): readonly FilePiece[] {
  const split = textSplitSize(input);
  return input.files.flatMap(({ path, lengthBytes }) => {
    if (lengthBytes === 0) return [];
    if (!isSplittableCodec(path)) return [{ path, startBytes: 0, lengthBytes }];
    const pieces: FilePiece[] = [];
    let rest = lengthBytes;
    while (rest / split > SLOP) {
      pieces.push({ path, startBytes: lengthBytes - rest, lengthBytes: split });
      rest -= split;
    }
    if (rest > 0) pieces.push({ path, startBytes: lengthBytes - rest, lengthBytes: rest });
    return pieces;
  });
}

/** The length of a piece: the files' share of a partition, at most a block. */
export function textSplitSize({ files, minPartitions, blockSizeBytes }: TextFileInput): number {
  const total = files.reduce((sum, { lengthBytes }) => sum + lengthBytes, 0);
  return Math.max(1, Math.min(Math.floor(total / Math.max(1, minPartitions)), blockSizeBytes));
}
