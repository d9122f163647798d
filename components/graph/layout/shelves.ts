import type { Point } from './laid-out.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Shelves extends Size {
  /** Top left corners, by the index of the boxes. */
  readonly at: readonly Point[];
}

/** Boxes in reading order, in rows of about the same width, so that the whole is about `aspect` times as wide as high. */
export function shelves(boxes: readonly Size[], gap: number, aspect: number): Shelves {
  const area = boxes.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0);
  const widest = Math.max(0, ...boxes.map(({ width }) => width));
  const limit = Math.max(widest, Math.sqrt(area * aspect));
  const at: Point[] = [];
  let x = 0;
  let y = 0;
  let row = 0;
  let right = 0;
  for (const { width, height } of boxes) {
    if (x > 0 && x + width > limit) {
      y += row + gap;
      x = 0;
      row = 0;
    }
    at.push({ x, y });
    right = Math.max(right, x + width);
    x += width + gap;
    row = Math.max(row, height);
  }
  return { at, width: right, height: y + row };
}
