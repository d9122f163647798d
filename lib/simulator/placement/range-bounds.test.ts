import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeBounds, rangeReservoir, rangeRows } from './range-bounds.ts';
import { sliceStart } from './slicing.ts';

const ascending = (a: number, b: number) => a - b;

/** Keys of rows 0 to `rows` - 1, sliced as spark.range does. */
function sliced(
  rows: number,
  inputs: number,
  keyOf: (row: number) => number,
): readonly (readonly number[])[] {
  return Array.from({ length: inputs }, (_, i) => {
    const start = sliceStart(i, rows, inputs);
    return Array.from({ length: sliceStart(i + 1, rows, inputs) - start }, (_, j) => keyOf(start + j));
  });
}

describe('range bounds', () => {
  it('cut distinct keys evenly', () => {
    const inputs = sliced(1000, 8, (row) => (row * 7) % 1000);
    const { bounds, exact } = rangeBounds(inputs, 4, 100, ascending);
    expect(bounds).toEqual([249, 499, 749]);
    expect(exact).toBe(true);
    expect(rangeRows(inputs, bounds, ascending)).toEqual([250, 250, 250, 250]);
  });

  it('never cut between equal keys, so that few keys make few partitions and the last one empty', () => {
    const inputs = sliced(1000, 8, (row) => row % 3);
    const { bounds } = rangeBounds(inputs, 200, 100, ascending);
    expect(rangeRows(inputs, bounds, ascending)).toEqual([334, 333, 333, 0]);
  });

  it('leave a hot key in one partition', () => {
    const inputs = sliced(1000, 8, (row) => (row % 10 < 9 ? 0 : row));
    const { bounds } = rangeBounds(inputs, 4, 100, ascending);
    expect(rangeRows(inputs, bounds, ascending)).toEqual([900, 1, 1, 98]);
  });

  it('are an estimate where an input partition holds more keys than are looked at', () => {
    expect(rangeReservoir(8, 200, 100)).toBe(7500);
    expect(rangeBounds(sliced(8 * 7500, 8, Number), 200, 100, ascending).exact).toBe(true);
    expect(rangeBounds(sliced(8 * 7501, 8, Number), 200, 100, ascending).exact).toBe(false);
  });

  it('of no keys or for one partition are none', () => {
    expect(rangeBounds([[], []], 5, 100, ascending).bounds).toEqual([]);
    expect(rangeBounds([[3, 1]], 1, 100, ascending).bounds).toEqual([]);
  });

  it('keep every row and rise, in whichever order the keys come', () => {
    const keys = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 200 });
    fc.assert(
      fc.property(keys, fc.integer({ min: 2, max: 40 }), (some, n) => {
        const { bounds } = rangeBounds([some], n, 100, ascending);
        expect(rangeRows([some], bounds, ascending).reduce((a, b) => a + b, 0)).toBe(some.length);
        expect(bounds).toEqual([...new Set(bounds)].sort(ascending));
        expect(bounds.length).toBeLessThan(n);
        expect(rangeBounds([some.toReversed()], n, 100, ascending).bounds).toEqual(bounds);
      }),
    );
  });
});
