import { describe, expect, it } from 'vitest';
import { bench } from '../physical/testing.ts';
import { maxRows } from './max-rows.ts';

describe('maxRows', () => {
  it('multiplies over joins and adds over unions', () => {
    const { analyzer } = bench();
    const three = analyzer.range(0, 3, 1, 1, 0);
    expect(maxRows(analyzer.union(three, analyzer.range(0, 4, 1, 1, 0), 'position', false, 1))).toBe(7);
    expect(maxRows(analyzer.join(three, analyzer.range(0, 4, 1, 1, 0), undefined, 'Cross', 1))).toBe(12);
  });
});
