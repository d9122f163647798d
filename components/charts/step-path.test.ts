import { describe, expect, it } from 'vitest';
import { stepPath } from './step-path.ts';

describe('stepPath', () => {
  const same = (value: number) => value;

  it('goes right along each bin and up or down between them', () => {
    const bins = [
      { from: 0, to: 10, n: 1 },
      { from: 10, to: 20, n: 3 },
    ];
    expect(stepPath(bins, ({ n }) => n, same, same)).toBe('M0 1H10V3H20');
  });

  it('is empty without bins', () => {
    expect(stepPath([], () => 0, same, same)).toBe('');
  });
});
