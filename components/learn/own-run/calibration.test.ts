import { expect, it } from 'vitest';
import type { Confidence, Outcome } from '#lib/learn/question/question.ts';
import { calibrationWords } from './calibration.ts';

const words = (...given: readonly (readonly [Outcome, Confidence | null])[]) =>
  calibrationWords(
    Object.fromEntries(
      given.map(([outcome, confidence], i) => [
        i,
        {
          committed: { answer: { kind: 'no-idea' }, confidence, why: '', outcome },
          judgement: { outcome, truth: { kind: 'number', value: 1 }, says: undefined },
        },
      ]),
    ),
  );

it('being right is told, and being sure beside it', () => {
  expect(words(['right', 2], ['off', 1])).toBe('1 of 2 answers right.');
  expect(words(['right', 5], ['close', 4], ['no-idea', null])).toBe(
    '1 of 3 answers right, 1 close. You were sure of 2, and 1 of those was right.',
  );
});
