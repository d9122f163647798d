import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MergeRule, mergeReducers, mergeText } from './merge-reducers.ts';
import { sum } from './shuffle-output.ts';

const RULE: MergeRule = { targetBytes: 100, minPartitionBytes: 0, maxReducersPerTask: 2 ** 31 - 1 };

function ranges(
  shuffles: readonly (readonly number[])[],
  rule: Partial<MergeRule> = {},
  keepOne = true,
): string {
  const merged = mergeReducers(shuffles, 0, shuffles[0]!.length, { ...RULE, ...rule }, keepOne);
  return merged.map(({ startReducer, endReducer }) => `${startReducer}-${endReducer}`).join(' ');
}

describe('mergeReducers', () => {
  it.each([
    ['stops before a reducer that would pass the target', [[10, 0, 90, 20, 0]], '0-3 3-5'],
    ['gives empty ranges no task', [[110, 10, 100, 110, 0]], '0-1 1-2 2-3 3-4'],
    ['keeps one task where everything is empty', [[0, 0, 0]], '0-3'],
    ['lets empty reducers join what is before', [[30, 30, 0, 40, 110]], '0-4 4-5'],
    [
      'adds up the shuffles that are read together',
      [
        [0, 10, 0, 20, 0],
        [30, 0, 70, 0, 30],
      ],
      '0-2 2-4 4-5',
    ],
    [
      'leaves one that is too large alone',
      [
        [0, 99, 0, 20, 0],
        [30, 0, 70, 0, 30],
      ],
      '0-1 1-2 2-4 4-5',
    ],
  ])('%s', (_, shuffles, expected) => expect(ranges(shuffles)).toBe(expected));

  it('puts what is too small to stand alone to its smaller neighbor', () => {
    expect(ranges([[50, 5, 99, 10]], { minPartitionBytes: 20 })).toBe('0-2 2-4');
    expect(ranges([[60, 5, 55, 90]], { minPartitionBytes: 20 })).toBe('0-2 2-3 3-4');
  });

  it('lets no task read more reducers than allowed (4.3)', () => {
    expect(ranges([[1, 1, 1, 1, 1]], { maxReducersPerTask: 2 })).toBe('0-2 2-4 4-5');
  });

  it('says why each range ends', () => {
    const merged = mergeReducers([[10, 0, 90, 20, 0]], 0, 5, RULE, true);
    expect(merged.map((range) => mergeText(range, RULE))).toEqual([
      '100 B: the next reducer (20 B) would take it above the target of 100 B',
      '20 B: what was left, within the target of 100 B',
    ]);
  });

  const sizes = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 60 });
  const small = fc.integer({ min: 0, max: 50 });

  it('conserves every byte, in order and without overlap', () => {
    fc.assert(
      fc.property(sizes, small, (bytes, minPartitionBytes) => {
        const merged = mergeReducers([bytes], 0, bytes.length, { ...RULE, minPartitionBytes }, true);
        expect(merged.reduce((total, range) => total + range.bytes, 0)).toBe(sum(bytes));
        for (const [i, { startReducer, endReducer, bytes: read }] of merged.entries()) {
          expect(startReducer).toBeLessThan(endReducer);
          expect(startReducer).toBeGreaterThanOrEqual(merged[i - 1]?.endReducer ?? 0);
          expect(read).toBe(sum(bytes, startReducer, endReducer));
        }
      }),
    );
  });

  it('passes the target with single reducers only, where no minimum asks for more', () => {
    fc.assert(
      fc.property(sizes, (bytes) => {
        for (const range of mergeReducers([bytes], 0, bytes.length, RULE, true)) {
          const largest = Math.max(...bytes.slice(range.startReducer, range.endReducer));
          expect(range.bytes <= RULE.targetBytes || range.bytes === largest).toBe(true);
        }
      }),
    );
  });

  it('never reads with fewer tasks when the data doubles', () => {
    fc.assert(
      fc.property(sizes, (bytes) => {
        const count = (of: readonly number[]) => mergeReducers([of], 0, of.length, RULE, true).length;
        expect(count(bytes.map((each) => 2 * each))).toBeGreaterThanOrEqual(count(bytes));
      }),
    );
  });

  it('gives the same for typed arrays', () => {
    const bytes = [10, 0, 90, 20, 0];
    expect(mergeReducers([Float64Array.from(bytes)], 0, 5, RULE, true)).toEqual(
      mergeReducers([bytes], 0, 5, RULE, true),
    );
  });
});
