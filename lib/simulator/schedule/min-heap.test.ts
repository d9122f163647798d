import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MinHeap } from './min-heap.ts';

describe('MinHeap', () => {
  it('gives what a stable sort gives', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (keys) => {
        const heap = new MinHeap<number>();
        keys.forEach((key, i) => {
          heap.push(key, i);
        });
        const popped = keys.map(() => heap.pop());
        const sorted = keys.map((_, i) => i).toSorted((a, b) => keys[a]! - keys[b]!);
        expect(popped).toEqual(sorted);
        expect(heap.pop()).toBeUndefined();
      }),
      { seed: 7 },
    );
  });
});
