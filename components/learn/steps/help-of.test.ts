import { describe, expect, it } from 'vitest';
import { helpOf } from './help-of.ts';

const step = { hints: ['where', 'which', 'next'] } as const;
const record = { failed: 0, hints: 0 };

describe('help in an act step', () => {
  it('can be asked for again after it was declined, once there are no more hints', () => {
    expect(helpOf(step, { ...record, failed: 2, worked: 'dismissed' })).toBeUndefined();
    expect(helpOf(step, { ...record, hints: 3, worked: 'dismissed' })).toBe('worked-again');
  });

  it('ends in a solution, when checks still fail after the worked step', () => {
    expect(helpOf(step, { ...record, failed: 3, worked: 'taken' })).toBeUndefined();
    expect(helpOf(step, { ...record, failed: 4, worked: 'taken' })).toBe('solution');
  });

  it('is over when everything holds', () => {
    expect(helpOf(step, { ...record, failed: 9, worked: 'taken', passed: true })).toBeUndefined();
  });
});
