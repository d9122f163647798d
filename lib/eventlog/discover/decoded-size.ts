import type { ContainerId } from '../containers/container.ts';

/**
 * How many bytes of events a log roughly holds, before anything is decoded. Event logs repeat themselves, and long
 * ones more than short ones: small real logs came out at 3 to 6 times their stored size, long generated ones at 16 to
 * 40 times (measured with zstd, gzip and lz4). The figures in between are for the question whether to warn.
 */
const TIMES: Readonly<Record<ContainerId, number>> = {
  plain: 1,
  gzip: 14,
  zstd: 16,
  lz4: 9,
  snappy: 7,
  lzf: 7,
};

export function estimateDecodedBytes(
  parts: readonly { readonly bytes: number; readonly container: ContainerId }[],
): number {
  return parts.reduce((sum, { bytes, container }) => sum + bytes * TIMES[container], 0);
}
