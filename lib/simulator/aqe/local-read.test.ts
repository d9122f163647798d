import { describe, expect, it } from 'vitest';
import { localReads } from './local-read.ts';

function reads(maps: number, reducers: number, tasks?: number): string {
  return localReads(maps, reducers, tasks)
    .map((read) => {
      if (read.type === 'partialMapper') return `m${read.map}:${read.startReducer}-${read.endReducer}`;
      return read.type === 'coalescedMapper' ? `maps ${read.startMap}-${read.endMap}` : read.type;
    })
    .join(' ');
}

describe('localReads', () => {
  it('cuts each mapper’s output into equal ranges, the first ones larger', () => {
    expect(reads(2, 5)).toBe('m0:0-3 m0:3-5 m1:0-3 m1:3-5');
    expect(reads(3, 3)).toBe('m0:0-3 m1:0-3 m2:0-3');
  });

  it('puts mappers together where fewer tasks would have run', () => {
    expect(reads(4, 20, 1)).toBe('maps 0-4');
    expect(reads(5, 20, 2)).toBe('maps 0-3 maps 3-5');
  });

  it('reads every block once', () => {
    for (const [maps, reducers, tasks] of [
      [1, 1, 1],
      [3, 50, 20],
      [7, 7, 7],
      [9, 4, 4],
    ] as const) {
      const seen = Array.from({ length: maps }, () => new Array<number>(reducers).fill(0));
      for (const read of localReads(maps, reducers, tasks)) {
        const [from, to] =
          read.type === 'partialMapper'
            ? [read.map, read.map + 1]
            : read.type === 'coalescedMapper'
              ? [read.startMap, read.endMap]
              : [0, 0];
        for (let map = from; map < to; map++) {
          const [start, end] =
            read.type === 'partialMapper' ? [read.startReducer, read.endReducer] : [0, reducers];
          for (let reducer = start; reducer < end; reducer++) seen[map]![reducer]! += 1;
        }
      }
      expect(seen.flat().every((times) => times === 1)).toBe(true);
    }
  });
});
