import { describe, expect, it } from 'vitest';
import { scaledTo } from './bars-over-layout.ts';

describe('a sketch over the outcome', () => {
  it('has the same whole, shared out as it was drawn', () => {
    expect(scaledTo([50, 50], [900, 100])).toEqual([500, 500]);
    expect(scaledTo([90, 10], [900, 100])).toEqual([900, 100]);
  });

  it('is empty where nothing was drawn', () => {
    expect(scaledTo([0, 0], [900, 100])).toEqual([0, 0]);
  });
});
