import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MapReduceMatrix } from './map-reduce-matrix.ts';

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe('MapReduceMatrix', () => {
  it('gives a map task with a quarter of the rows a quarter of every reducer', () => {
    const matrix = new MapReduceMatrix([100, 300], Float64Array.of(40, 8));
    expect([[...matrix.column(0)], [...matrix.column(1)]]).toEqual([
      [10, 30],
      [2, 6],
    ]);
  });

  it('shares what map tasks without rows send evenly', () => {
    expect([...new MapReduceMatrix([0, 0], Float64Array.of(4)).column(0)]).toEqual([2, 2]);
  });

  it('keeps what every reducer gets', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1000), { minLength: 1, maxLength: 20 }),
        fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 20 }),
        (maps, totals) => {
          const matrix = new MapReduceMatrix(maps, Float64Array.from(totals));
          totals.forEach((total, reducer) => {
            expect(sum(matrix.column(reducer))).toBe(total);
            expect(Math.min(...matrix.column(reducer))).toBeGreaterThanOrEqual(0);
          });
        },
      ),
      { seed: 7 },
    );
  });

  it('adds up neighbors for a picture, and the picture holds everything', () => {
    const totals = Float64Array.from({ length: 2000 }, (_, i) => i);
    const grid = new MapReduceMatrix(Array(1000).fill(3), totals).grid(10, 200);
    expect([grid.mapRanges.length, grid.reducerRanges.length, grid.cells.length]).toEqual([10, 200, 2000]);
    expect(grid.reducerRanges.at(-1)).toEqual([1990, 2000]);
    expect(sum(grid.cells)).toBeCloseTo(sum(totals), 3);
  });
});
