import { formatBytes, formatCount, formatRatio, formatShare, plural } from '#lib/base/format.ts';
import type { ShufflePicture } from '../session/run-picture.ts';

export type PartitionOrder = 'size' | 'number';

/** Numbers of the partitions in the order in which they are drawn. */
export function orderOf(bytes: Float64Array, order: PartitionOrder): Uint32Array {
  const numbers = Uint32Array.from(bytes, (_, i) => i);
  return order === 'number' ? numbers : numbers.sort((a, b) => bytes[b]! - bytes[a]! || a - b);
}

export function largestOf(bytes: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < bytes.length; i++) most = Math.max(most, bytes[i]!);
  return most;
}

/** The picture in a sentence: how many, how even, how many are empty. */
export function skylineSentence({ bytes, skew }: ShufflePicture): string {
  const most = largestOf(bytes);
  let [total, empty] = [0, 0];
  for (const each of bytes) {
    total += each;
    if (each === 0) empty += 1;
  }
  if (total === 0) return `${formatCount(bytes.length)} partitions, all of them empty.`;
  const { medianBytes } = skew;
  const median =
    medianBytes > 1
      ? `${formatRatio(most / medianBytes)} the median of ${formatBytes(medianBytes)}`
      : 'while the median is empty';
  const parts = [
    `${formatCount(bytes.length)} partitions of ${formatBytes(total)} in all`,
    `the largest has ${formatBytes(most)}, ${median}, and ${formatShare(most / total)} of all bytes`,
    ...(empty > 0 ? [empty === 1 ? 'one is empty' : `${formatCount(empty)} are empty`] : []),
  ];
  return `${parts.join('; ')}.`;
}

/** One partition in words. */
export function partitionText({ bytes, rows, keys }: ShufflePicture, partition: number): string {
  const ofKeys = keys ? `, ${plural(keys[partition]!, 'different key')}` : '';
  return `Partition ${partition}: ${formatBytes(bytes[partition]!)}, ${plural(rows[partition]!, 'row')}${ofKeys}`;
}
