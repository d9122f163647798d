import { UserError } from '#lib/base/assert.ts';
import { countPieces, type FileScanInput, scanPartitions, scanSplitSize } from '../files/scan-partitions.ts';
import type { CaseKind } from './case-kind.ts';
import { checkPieces, readFiles } from './read-files.ts';
import { type CaseInput, MAX_BYTES, MAX_PARTITIONS } from './read-input.ts';

/** Which pieces of files each task of a scan reads. */
export const filePartitions: CaseKind = {
  kind: 'file-partitions',
  run(input) {
    const scan = readScan(input);
    if (scan.files.length > 0 && scanSplitSize(scan) < 1)
      throw new UserError(
        'Spark cannot cut these files: openCostInBytes is 0, and the files are too small to share.',
      );
    checkPieces(countPieces(scan));
    const partitions = scanPartitions(scan);
    return { numPartitions: partitions.length, partitions };
  },
};

function readScan(input: CaseInput): FileScanInput {
  const count = (name: string) => input.optional(name)?.integer(1, MAX_PARTITIONS);
  const parallelism =
    count('leafNodeDefaultParallelism') ?? input.field('defaultParallelism').integer(1, MAX_PARTITIONS);
  const options = input.optional('options')?.entries((option) => String(option.value)) ?? [];
  return {
    api: input.field('api').oneOf(['v1', 'v2']),
    format: input.field('format').text(100),
    options: Object.fromEntries(options),
    files: readFiles(input.field('files')),
    maxPartitionBytes: input.field('maxPartitionBytes').integer(1, MAX_BYTES),
    openCostInBytes: input.field('openCostInBytes').integer(0, 2 ** 40),
    minPartitionNum: count('minPartitionNum') ?? parallelism,
    maxPartitionNum: count('maxPartitionNum'),
  };
}
