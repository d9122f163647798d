import { describe, expect, it } from 'vitest';
import type { Layered } from './layered.ts';
import { isTree, placeTree } from './tree.ts';

const GAP = { x: 10, y: 20 };

/** Boxes of 100 by 40, edges as `0>2 1>2`. */
function boxes(count: number, edges: string): Layered {
  return {
    boxes: Array.from({ length: count }, () => ({ width: 100, height: 40 })),
    edges:
      edges === ''
        ? []
        : edges.split(' ').map((edge) => {
            const [from, to] = edge.split('>').map(Number);
            return { from: from!, to: to! };
          }),
    gap: GAP,
  };
}

describe('isTree', () => {
  it.each([
    [1, '', true],
    [3, '0>1 1>2', true],
    [3, '0>2 1>2', true],
    [3, '0>1 0>2', false],
    [4, '0>1 2>3', false],
    [3, '0>1 1>0', false],
  ])('of %d boxes with %s is %s', (count, edges, expected) => {
    expect(isTree(boxes(count, edges))).toBe(expected);
  });
});

describe('placeTree', () => {
  it('puts a chain in one column', () => {
    const { at, width, height } = placeTree(boxes(3, '0>1 1>2'));
    expect(at).toEqual([
      { x: 0, y: 0 },
      { x: 0, y: 60 },
      { x: 0, y: 120 },
    ]);
    expect([width, height]).toEqual([100, 160]);
  });

  it('puts inputs side by side in their order, above the middle of their reader', () => {
    const { at } = placeTree(boxes(3, '1>2 0>2'));
    expect(at).toEqual([
      { x: 110, y: 0 },
      { x: 0, y: 0 },
      { x: 55, y: 60 },
    ]);
  });

  it('keeps the end of each input close to its reader', () => {
    const { at } = placeTree(boxes(4, '0>1 1>3 2>3'));
    expect(at[2]?.y).toBe(at[1]?.y);
  });

  it('makes room for labels', () => {
    const given = boxes(2, '0>1');
    const labelled = { ...given, edges: [{ ...given.edges[0]!, label: { width: 160, height: 24 } }] };
    const { at, labels, width } = placeTree(labelled);
    expect(at[1]!.y - at[0]!.y).toBe(40 + 20 + 24 + 20);
    expect(labels[0]?.y).toBe(40 + 20 + 12);
    expect(width).toBeGreaterThanOrEqual(160);
  });
});
