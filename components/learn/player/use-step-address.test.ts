import { describe, expect, it } from 'vitest';
import { stepHref, stepIn } from './use-step-address.ts';

describe('the step in an address', () => {
  it('counts from 1, as on the page', () => {
    expect(stepHref(0)).toBe('?step=1');
    expect(stepIn(stepHref(4))).toBe(4);
  });

  it('is missing where the address names no number', () => {
    expect(['', '?step=', '?step=two', '?step=-1', '?step=1e9', '?stop=3'].map(stepIn)).toEqual(
      Array.from({ length: 6 }),
    );
  });
});
