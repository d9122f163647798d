import { expect, test } from 'vitest';
import { impactText } from './impact-text.ts';

test('says from and to, and never that it would be saved', () => {
  expect(impactText({ impact: { lower_ms: 30_000, upper_ms: 41_000 }, share_of_run: 0.61 })).toBe(
    'Touches 30.0 s to 41.0 s of the run’s time, up to 61 % of it. That is not what a change would save.',
  );
});

test('a range of one number is said once', () => {
  expect(impactText({ impact: { lower_ms: 5_000, upper_ms: 5_000 }, share_of_run: 0.1 })).toMatch(
    /^Touches 5\.00 s of /,
  );
});
