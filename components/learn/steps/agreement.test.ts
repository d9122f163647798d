import { describe, expect, it } from 'vitest';
import { agreedOn } from './agreement.ts';

const figures = {
  plan: { unit: 'tasks' },
  model: { unit: 'tasks' },
  run: { unit: 'tasks' },
  join: { unit: 'text' },
} as const;
const row = { what: 'Tasks', simulated: 'model', measured: 'run', within: 1.05, why: 'The same rule.' };

describe('what the engines say of the same thing', () => {
  it('agrees where they lie within the factor, and says who cannot tell', () => {
    expect(agreedOn(row, figures, { model: 100, run: 104 })).toEqual({
      texts: { predicted: 'cannot tell', simulated: '100 tasks', measured: '104 tasks' },
      factor: 1.04,
      isWithin: true,
    });
    expect(agreedOn(row, figures, { model: 100, run: 120 }).isWithin).toBe(false);
  });

  it('is open while a log is still read', () => {
    expect(agreedOn(row, figures, { model: 100 })).toMatchObject({
      texts: { measured: '…' },
      factor: undefined,
      isWithin: undefined,
    });
  });

  it('compares words as words, and zero with zero', () => {
    const words = { ...row, predicted: 'join', simulated: 'join', measured: 'join' };
    expect(agreedOn(words, figures, { join: 'broadcast' }).factor).toBe(1);
    expect(agreedOn(row, figures, { model: 0, run: 0 }).factor).toBe(1);
    expect(agreedOn(row, figures, { model: 0, run: 3 }).isWithin).toBe(false);
  });
});
