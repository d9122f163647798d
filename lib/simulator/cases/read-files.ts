import { UserError } from '#lib/base/assert.ts';
import { formatCount } from '#lib/base/format.ts';
import type { ListedFile } from '../files/scan-partitions.ts';
import { type CaseInput, MAX_BYTES, MAX_ENTRIES } from './read-input.ts';

/** Files in the order of their listing; together at most 2^53 bytes. */
export function readFiles(input: CaseInput): readonly ListedFile[] {
  const files = input.list((file) => ({
    path: file.field('path').text(),
    lengthBytes: file.field('lengthBytes').integer(0, MAX_BYTES),
  }));
  const total = files.reduce((sum, { lengthBytes }) => sum + lengthBytes, 0);
  if (total > MAX_BYTES)
    throw new UserError(`The files have more than ${formatCount(MAX_BYTES)} bytes together.`);
  return files;
}

/** Stops before a list is made that would fill the memory. */
export function checkPieces(pieces: number): void {
  if (pieces <= MAX_ENTRIES) return;
  throw new UserError(
    `The files would be cut into ${formatCount(pieces)} pieces; at most ${formatCount(MAX_ENTRIES)} are listed.`,
    'A larger maxPartitionBytes or fewer partitions make fewer pieces.',
  );
}
