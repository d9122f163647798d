import type { ReadSpec } from './read-spec.ts';

/**
 * Reads where mappers have written, without moving rows: with at least as many tasks as mappers each mapper's output in equal
 * ranges of reducers, with fewer tasks several mappers' outputs whole. `tasks` is what the stage would have run otherwise.
 * Source: OptimizeShuffleWithLocalRead.getPartitionSpecs.
 */
export function localReads(numMaps: number, numReducers: number, tasks = numReducers): readonly ReadSpec[] {
  if (tasks < numMaps) {
    return equalRanges(numMaps, tasks).map(([startMap, endMap]) => ({
      type: 'coalescedMapper',
      startMap,
      endMap,
      numReducers,
    }));
  }
  const ranges = equalRanges(numReducers, Math.floor(tasks / numMaps));
  return Array.from({ length: numMaps }, (_, map) =>
    ranges.map(
      ([startReducer, endReducer]): ReadSpec => ({ type: 'partialMapper', map, startReducer, endReducer }),
    ),
  ).flat();
}

/** n elements in m ranges; the first ones get what does not divide (equallyDivide). */
function equalRanges(elements: number, ranges: number): readonly (readonly [start: number, end: number])[] {
  const each = Math.floor(elements / ranges);
  const larger = elements % ranges;
  const startOf = (range: number) => range * each + Math.min(range, larger);
  return Array.from({ length: ranges }, (_, i) => [startOf(i), startOf(i + 1)]);
}
