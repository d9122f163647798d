import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localReads } from '../aqe/local-read.ts';
import { splitReducer } from '../aqe/split-reducer.ts';
import { exchange, rowsOfRead, seenOutput } from './exchange.ts';

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
const shuffle = (rowsPerMap: readonly number[], rows: readonly number[]) =>
  exchange(
    {
      origin: 'ENSURE_REQUIREMENTS',
      partitioning: 'hash',
      rows: Float64Array.from(rows),
      keys: undefined,
      bytesPerRow: 40,
    },
    rowsPerMap,
  );
const maps = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 12 });
const reducers = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 20 });

describe('seenOutput', () => {
  it('shows the driver sizes that are up to a tenth too large, and empty ones as empty', () => {
    fc.assert(
      fc.property(maps, reducers, (rowsPerMap, rows) => {
        const made = shuffle(rowsPerMap, rows);
        const { bytesByReducer, bytesByMap } = seenOutput(made);
        rows.forEach((_, reducer) => {
          const seen = bytesByReducer![reducer]!;
          const real = made.bytes[reducer]!;
          expect(seen).toBeLessThanOrEqual(real * 1.1 + rowsPerMap.length);
          expect(seen).toBeGreaterThanOrEqual(real * 0.99 - 2 * rowsPerMap.length);
          expect(sum(Array.from(bytesByMap(reducer)))).toBe(seen);
        });
      }),
      { seed: 7 },
    );
  });

  it('hides a large partition among more than 2,000 where its blocks are small', () => {
    const rows = Array.from({ length: 2001 }, (_, i) => (i === 7 ? 2_000_000 : 1000));
    const skewed = (count: number) =>
      seenOutput(shuffle(Array(16).fill(1), rows.slice(0, count))).bytesByReducer!;
    expect(skewed(2000)[7]! / skewed(2000)[8]!).toBeGreaterThan(1000);
    expect(skewed(2001)[7]).toBe(skewed(2001)[8]);
  });
});

describe('rowsOfRead', () => {
  it('finds every row once, however adaptive execution reads a shuffle', () => {
    fc.assert(
      fc.property(maps, reducers, fc.integer({ min: 1, max: 30 }), (rowsPerMap, rows, tasks) => {
        const made = shuffle(rowsPerMap, rows);
        const local = localReads(rowsPerMap.length, rows.length, Math.min(tasks, rows.length));
        expect(sum(local.map((read) => rowsOfRead(made, read)))).toBe(sum(rows));
        const output = seenOutput(made);
        rows.forEach((own, reducer) => {
          const pieces = splitReducer(output, reducer, 10_000) ?? [];
          if (pieces.length > 0) expect(sum(pieces.map((read) => rowsOfRead(made, read)))).toBe(own);
        });
      }),
      { seed: 7 },
    );
  });
});
