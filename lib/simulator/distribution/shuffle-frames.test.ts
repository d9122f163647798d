import { describe, expect, it } from 'vitest';
import { smallShuffle } from './shuffle-frames.ts';

const COUNTRIES = ['US', 'CA', 'MX', 'BR', 'GB', 'DE', 'FR', 'IN', 'CN', 'JP'];

describe('smallShuffle', () => {
  it('sends every country to the reducer that Spark sends it to', () => {
    const { rows } = smallShuffle(COUNTRIES, 2, 8, false);
    expect(rows.map(({ reducer }) => reducer)).toEqual([4, 1, 1, 5, 3, 3, 0, 1, 4, 3]);
  });

  it('hashes numbers as bigint, and texts of numbers as texts', () => {
    const reducers = (asNumbers: boolean) =>
      smallShuffle(['0', '1', '2', '3'], 1, 8, asNumbers).rows.map(({ reducer }) => reducer);
    expect(reducers(true)).toEqual([5, 5, 0, 3]);
    expect(reducers(false)).not.toEqual(reducers(true));
  });

  it('has every row in one place in every frame, and all at their reducers in the last', () => {
    const { rows, frames } = smallShuffle([...COUNTRIES, 'US', 'US'], 3, 4, false);
    expect(frames.map(({ phase }) => phase)).toEqual([
      'read',
      'hashed',
      'moving',
      'moving',
      'moving',
      'reduced',
    ]);
    for (const { maps, moving, reducers } of frames)
      expect([...maps.flat(), ...moving, ...reducers.flat()].toSorted((a, b) => a - b)).toEqual(
        rows.map(({ row }) => row),
      );
    expect(frames.at(-1)!.reducers.flat()).toHaveLength(12);
  });

  it('says what can be watched', () => {
    expect(() => smallShuffle(Array(25).fill('a'), 2, 2, false)).toThrow('There are 25 rows.');
    expect(() => smallShuffle(['a'], 2, 9, false)).toThrow('9 partitions cannot be watched.');
    expect(() => smallShuffle(['a'], Number.NaN, 2, false)).toThrow('NaN map tasks');
    expect(() => smallShuffle(['1', 'two'], 1, 2, true)).toThrow('The key "two" is not a whole number.');
  });
});
