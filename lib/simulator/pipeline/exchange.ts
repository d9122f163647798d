import { seenBlocks } from '../aqe/map-status.ts';
import type { ReadSpec } from '../aqe/read-spec.ts';
import type { ShuffleOrigin, ShuffleOutput } from '../aqe/shuffle-output.ts';
import { MapReduceMatrix } from '../distribution/map-reduce-matrix.ts';

/** A shuffle between two stages. Rows are whole; bytes are rows x bytes of a row x compression. */
export interface Exchange {
  readonly origin: ShuffleOrigin;
  readonly partitioning: 'hash' | 'range' | 'round-robin';
  /** Rows and distinct keys of each partition. */
  readonly rows: Float64Array;
  readonly keys: Int32Array | undefined;
  /** Compressed bytes of each partition. */
  readonly bytes: Float64Array;
  /** Rows by map task and reducer. */
  readonly matrix: MapReduceMatrix;
  readonly bytesPerRow: number;
}

export function exchange(
  parts: Pick<Exchange, 'origin' | 'partitioning' | 'rows' | 'keys' | 'bytesPerRow'>,
  rowsPerMap: ArrayLike<number>,
): Exchange {
  return {
    ...parts,
    bytes: parts.rows.map((rows) => rows * parts.bytesPerRow),
    matrix: new MapReduceMatrix(rowsPerMap, parts.rows),
  };
}

/** The shuffle as the driver sees it: each block's size as the one byte of a map status says it. */
export function seenOutput({ matrix, rows, bytesPerRow, origin, partitioning }: Exchange): ShuffleOutput {
  const groups = matrix.mapGroups.map(({ share, maps }) => ({
    maps,
    blocks: seenBlocks(Array.from(rows, (each) => Math.floor(each * share * bytesPerRow))),
  }));
  const blocksOfMap: (readonly number[])[] = [];
  for (const { maps, blocks } of groups) for (const map of maps) blocksOfMap[map] = blocks;
  return {
    numReducers: rows.length,
    numMaps: matrix.maps,
    origin,
    partitioning,
    bytesByReducer: Float64Array.from(rows, (_, reducer) =>
      groups.reduce((sum, { maps, blocks }) => sum + maps.length * blocks[reducer]!, 0),
    ),
    bytesByMap: (reducer) => blocksOfMap.map((blocks) => blocks[reducer]!),
  };
}

/** Rows that one read takes: over all reads of a shuffle every row once, except where a join reads a side several times. */
export function rowsOfRead({ rows, matrix }: Exchange, read: ReadSpec): number {
  switch (read.type) {
    case 'coalesced':
      return sumRange(rows, read.startReducer, read.endReducer);
    case 'partialReducer':
      return matrix.part(read.reducer, read.startMap, read.endMap);
    case 'partialMapper':
      return partOfRange(matrix, read.startReducer, read.endReducer, read.map, read.map + 1);
    case 'coalescedMapper':
      return partOfRange(matrix, 0, matrix.reducers, read.startMap, read.endMap);
  }
}

/** Distinct keys that one read meets; a part of a reducer may hold all of its keys. */
export function keysOfRead({ keys }: Exchange, read: ReadSpec): number {
  if (keys === undefined) return 0;
  if (read.type === 'coalesced') return sumRange(keys, read.startReducer, read.endReducer);
  if (read.type === 'partialReducer') return keys[read.reducer]!;
  if (read.type === 'partialMapper') return sumRange(keys, read.startReducer, read.endReducer);
  return sumRange(keys, 0, keys.length);
}

function sumRange(values: ArrayLike<number>, start: number, end: number): number {
  let sum = 0;
  for (let i = start; i < end; i++) sum += values[i]!;
  return sum;
}

function partOfRange(
  matrix: MapReduceMatrix,
  startReducer: number,
  endReducer: number,
  startMap: number,
  endMap: number,
): number {
  let sum = 0;
  for (let reducer = startReducer; reducer < endReducer; reducer++)
    sum += matrix.part(reducer, startMap, endMap);
  return sum;
}
