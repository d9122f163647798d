import {
  defaultMinPartitions,
  textFileSplits as splitsOf,
  type TextFileInput,
  textSplitSize,
} from '../files/text-file-splits.ts';
import type { CaseKind } from './case-kind.ts';
import { checkPieces, readFiles } from './read-files.ts';
import { MAX_BYTES, MAX_PARTITIONS } from './read-input.ts';

/** The partitions of `sc.textFile`. */
export const textFileSplits: CaseKind = {
  kind: 'text-file-splits',
  run(input) {
    const text: TextFileInput = {
      files: readFiles(input.field('files')),
      minPartitions:
        input.optional('minPartitions')?.integer(0, MAX_PARTITIONS) ??
        defaultMinPartitions(input.field('defaultParallelism').integer(1, MAX_PARTITIONS)),
      blockSizeBytes: input.field('localBlockSizeBytes').integer(1, MAX_BYTES),
    };
    const split = textSplitSize(text);
    checkPieces(text.files.reduce((sum, { lengthBytes }) => sum + Math.ceil(lengthBytes / split), 0));
    return { splits: splitsOf(text) };
  },
};
