import {
  type FilePacking,
  longestFirst,
  packPieces,
  pieceStarts,
  splitSize,
} from '#lib/plan/physical/pack-files.ts';
import { isSplittable } from '#lib/plan/physical/splittable.ts';

export interface ListedFile {
  readonly path: string;
  readonly lengthBytes: number;
}

export interface FilePiece extends ListedFile {
  readonly startBytes: number;
}

export interface FileScanInput extends FilePacking {
  /** v1: FileSourceScanExec; v2: BatchScanExec, which sorts within each partition directory alone. */
  readonly api: 'v1' | 'v2';
  readonly format: string;
  readonly options: Readonly<Record<string, string>>;
  /** In the order of the listing, partitions pruned. */
  readonly files: readonly ListedFile[];
}

/**
 * What each task of a scan reads. Source: FileSourceScanExec.createReadPartitions, v2 FileScan.partitions, FilePartition.
 * Same in 3.5 to 4.3. Left out: bucketed tables, of which each bucket is one task.
 */
export function scanPartitions(input: FileScanInput): readonly (readonly FilePiece[])[] {
  const split = scanSplitSize(input);
  const pieces =
    input.api === 'v1'
      ? longestFirst(input.files.flatMap((file) => cut(file, input, split)))
      : byDirectory(input.files).flatMap((files) =>
          longestFirst(files.flatMap((file) => cut(file, input, split))),
        );
  return packPieces(pieces, split, input);
}

export function scanSplitSize(input: FileScanInput): number {
  return splitSize(
    input.files.map(({ lengthBytes }) => lengthBytes),
    input,
  );
}

/** How many pieces all files give, without making them. */
export function countPieces(input: FileScanInput): number {
  const split = scanSplitSize(input);
  return input.files.reduce((sum, { path, lengthBytes }) => {
    const splittable = isSplittable(input.format, path, input.options);
    return sum + (splittable ? Math.ceil(lengthBytes / Math.max(1, split)) : 1);
  }, 0);
}

function cut(file: ListedFile, { format, options }: FileScanInput, split: number): readonly FilePiece[] {
  const { path, lengthBytes } = file;
  const splittable = isSplittable(format, path, options);
  return pieceStarts(lengthBytes, splittable, split).map((startBytes) => ({
    path,
    startBytes,
    lengthBytes: splittable ? Math.min(split, lengthBytes - startBytes) : lengthBytes,
  }));
}

/** Files of one partition (`p=1/q=x/…`) together; directories that are no partitions do not count. */
function byDirectory(files: readonly ListedFile[]): readonly (readonly ListedFile[])[] {
  const groups = new Map<string, ListedFile[]>();
  for (const file of files) {
    const directory = file.path
      .split('/')
      .slice(0, -1)
      .filter((part) => part.includes('='))
      .join('/');
    const group = groups.get(directory) ?? [];
    group.push(file);
    groups.set(directory, group);
  }
  return [...groups.values()];
}
