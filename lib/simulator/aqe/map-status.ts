/**
 * What the driver knows of a map task's output: the compressed bytes for each reducer, of which one byte each is kept. Adaptive
 * execution coalesces and splits by these sizes, which are up to a tenth too large.
 * Source: org.apache.spark.scheduler.MapStatus (compressSize, decompressSize), HighlyCompressedMapStatus. Same in 3.5 to 4.3.
 */

const LOG_BASE = 1.1;
const MOST = 255;

/** The byte that stands for a size, 0 to 255. */
export function sizeCode(blockBytes: number): number {
  if (blockBytes === 0) return 0;
  if (blockBytes <= 1) return 1;
  return Math.min(MOST, Math.ceil(Math.log(blockBytes) / Math.log(LOG_BASE)));
}

/** The size that such a byte is read as. */
export function sizeOfCode(code: number): number {
  return code === 0 ? 0 : Math.floor(LOG_BASE ** code);
}

/** A size as the driver sees it. */
export function seenSize(blockBytes: number): number {
  return sizeOfCode(sizeCode(blockBytes));
}

export interface MapStatusSettings {
  /** spark.shuffle.minNumPartitionsToHighlyCompress */
  readonly highlyCompressAbove: number;
  /** spark.shuffle.accurateBlockThreshold, bytes. */
  readonly accurateBlockThreshold: number;
}

export const MAP_STATUS_DEFAULTS: MapStatusSettings = {
  highlyCompressAbove: 2000,
  accurateBlockThreshold: 100 * 2 ** 20,
};

/**
 * The blocks of one map task as the driver sees them. With very many reducers only large blocks keep a size of their own; all
 * others, but for empty ones, have the average, so that skew below the threshold is not seen.
 * Left out: spark.shuffle.accurateBlockSkewedFactor, which is off by default.
 */
export function seenBlocks(
  blockBytes: readonly number[],
  settings: MapStatusSettings = MAP_STATUS_DEFAULTS,
): readonly number[] {
  if (blockBytes.length <= settings.highlyCompressAbove) return blockBytes.map(seenSize);
  const small = blockBytes.filter((size) => size > 0 && size < settings.accurateBlockThreshold);
  const average = Math.floor(small.reduce((sum, size) => sum + size, 0) / Math.max(1, small.length));
  return blockBytes.map((size) =>
    size === 0 ? 0 : size < settings.accurateBlockThreshold ? average : seenSize(size),
  );
}
