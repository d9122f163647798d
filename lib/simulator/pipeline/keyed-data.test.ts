import { describe, expect, it } from 'vitest';
import { keyedRows, otherPartitionRows } from './keyed-data.ts';
import { DEFAULT_KNOBS, type Knobs } from './knobs.ts';

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
const drawn: Knobs = { ...DEFAULT_KNOBS, keyShape: 'weights', weights: [3, 1], keyNames: ['US', 'DE'] };

describe('keyedRows', () => {
  it('takes pasted names as strings, and whole numbers where bars were drawn', () => {
    expect(keyedRows(drawn, 8).column).toEqual({ type: 'string', keys: ['US', 'DE'] });
    expect(keyedRows({ ...drawn, keyNames: [], firstKey: 7 }, 8).column).toEqual({
      type: 'bigint',
      keys: Float64Array.of(7, 8),
    });
    expect([...keyedRows(drawn, 8).rows]).toEqual([6, 2]);
  });
});

describe('otherPartitionRows', () => {
  it('hashes the keys of a small side, so that few keys leave partitions empty', () => {
    const rows = otherPartitionRows({ ...DEFAULT_KNOBS, firstKey: 0 }, 10);
    expect([...rows.keys()].filter((partition) => rows[partition]! > 0)).toEqual([
      5, 11, 45, 49, 68, 69, 107, 116, 128, 140,
    ]);
  });

  it.each([0, 10, 100_000, 100_001, 3_000_000])('keeps all of %d rows', (rows) => {
    expect(sum(otherPartitionRows(DEFAULT_KNOBS, rows))).toBe(rows);
  });
});
