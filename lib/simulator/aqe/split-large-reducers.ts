import { coalescedRead, type ReadSpec } from './read-spec.ts';
import type { ShuffleOutput } from './shuffle-output.ts';
import { splitReducer } from './split-reducer.ts';

/**
 * Every reducer above a limit in pieces near the target, the others whole; undefined when nothing was split. Used for REBALANCE
 * (limit and target are the advisory size), and from 4.3 on for the streamed side of a broadcast join.
 * Source: OptimizeSkewInRebalancePartitions, in 4.3 ShufflePartitionsUtil.optimizeSkewedPartitions.
 */
export function splitLargeReducers(
  shuffle: ShuffleOutput,
  limitBytes: number,
  targetBytes: number,
  smallFactor: number,
): readonly ReadSpec[] | undefined {
  const sizes = shuffle.bytesByReducer;
  if (sizes === undefined) return undefined;
  const reads: ReadSpec[] = [];
  for (let reducer = 0; reducer < sizes.length; reducer++) {
    const isLarge = sizes[reducer]! > limitBytes;
    const pieces = isLarge ? splitReducer(shuffle, reducer, targetBytes, smallFactor) : undefined;
    reads.push(...(pieces ?? [coalescedRead(reducer, reducer + 1)]));
  }
  return reads.length === sizes.length ? undefined : reads;
}
