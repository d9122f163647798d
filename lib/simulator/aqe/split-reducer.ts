import type { PartialReducerRead } from './read-spec.ts';
import { type ShuffleOutput, sum } from './shuffle-output.ts';
import { SMALL_FACTOR, splitByTarget } from './split-by-target.ts';

/**
 * One reducer's data as several reads, each of some mappers' blocks; undefined when it stays one piece: what one mapper has
 * written cannot be cut. Source: ShufflePartitionsUtil.createSkewPartitionSpecs.
 */
export function splitReducer(
  shuffle: ShuffleOutput,
  reducer: number,
  targetBytes: number,
  smallFactor = SMALL_FACTOR,
): readonly PartialReducerRead[] | undefined {
  const sizes = shuffle.bytesByMap(reducer);
  const starts = splitByTarget(sizes, targetBytes, smallFactor);
  if (starts.length <= 1) return undefined;
  return starts.map((startMap, i) => {
    const endMap = starts[i + 1] ?? sizes.length;
    return { type: 'partialReducer', reducer, startMap, endMap, dataSizeBytes: sum(sizes, startMap, endMap) };
  });
}
