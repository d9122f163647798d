import { describe, expect, it } from 'vitest';
import { edgePath } from './edge-path.ts';

describe('edgePath', () => {
  it('is straight between points above each other, and bends otherwise', () => {
    expect(
      edgePath({
        points: [
          { x: 5, y: 0 },
          { x: 5, y: 40 },
        ],
        side: undefined,
      }),
    ).toBe('M5 0L5 40');
    expect(
      edgePath({
        points: [
          { x: 0, y: 0 },
          { x: 50, y: 40 },
        ],
        side: undefined,
      }),
    ).toBe('M0 0C0 20 50 20 50 40');
  });

  it('turns to a side at its end', () => {
    expect(
      edgePath({
        points: [
          { x: 5, y: 0 },
          { x: 5, y: 40 },
        ],
        side: { x: 0, y: 52 },
      }),
    ).toBe('M5 0L5 40Q5 52 0 52');
  });

  it('of nothing is nothing', () => {
    expect(edgePath({ points: [], side: undefined })).toBe('');
  });
});
