import { describe, expect, it } from 'vitest';
import { seededRandom } from './random.ts';

describe('seededRandom', () => {
  it('chooses the same for the same seed', () => {
    const choose = (seed: number) => {
      const random = seededRandom(seed);
      return [random.between(1, 6), random.one(['a', 'b', 'c']), random.between(1, 6)];
    };
    expect(choose(7)).toEqual(choose(7));
  });

  it('comes to all of its choices, and to none beside them', () => {
    const seen = new Set(Array.from({ length: 100 }, (_, seed) => seededRandom(seed).between(1, 6)));
    expect([...seen].toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
