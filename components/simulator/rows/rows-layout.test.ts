import { describe, expect, it } from 'vitest';
import { smallShuffle } from '#lib/simulator/distribution/shuffle-frames.ts';
import { placesOf, rowsLayout } from './rows-layout.ts';

const shuffle = smallShuffle(['US', 'DE', 'US', 'FR', 'US', 'IN'], 2, 3, false);
const layout = rowsLayout(shuffle, 600);

describe('the picture of a small shuffle', () => {
  it('has every row at one place in every frame, and no two at the same', () => {
    for (const frame of shuffle.frames) {
      const places = placesOf(frame, shuffle, layout);
      expect(places.map(({ row }) => row)).toEqual([0, 1, 2, 3, 4, 5]);
      expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(6);
    }
  });

  it('starts on the left and ends on the right', () => {
    const [first, last] = [shuffle.frames[0]!, shuffle.frames.at(-1)!];
    expect(placesOf(first, shuffle, layout).every(({ x }) => x === 0)).toBe(true);
    expect(placesOf(last, shuffle, layout).every(({ x }) => x === layout.reducersX)).toBe(true);
  });

  it('keeps rows inside of the picture', () => {
    for (const frame of shuffle.frames)
      for (const { y } of placesOf(frame, shuffle, layout)) expect(y + 22).toBeLessThanOrEqual(layout.height);
  });
});
