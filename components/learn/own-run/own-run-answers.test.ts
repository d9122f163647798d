import { expect, it } from 'vitest';
import { type Answered, answersOf, keepAnswer } from './own-run-answers.ts';

const answered = (outcome: 'right' | 'off'): Answered => ({
  committed: { answer: { kind: 'no-idea' }, confidence: null, why: '', outcome },
  judgement: { outcome, truth: { kind: 'option', id: 'spill' }, says: undefined },
});

it('the first answer to a question about a run stands, until another run is open', () => {
  keepAnswer('a', 'which', answered('off'));
  keepAnswer('a', 'which', answered('right'));
  keepAnswer('a', 'how-much', answered('right'));
  expect(Object.keys(answersOf('a'))).toEqual(['which', 'how-much']);
  expect(answersOf('a').which?.judgement.outcome).toBe('off');
  keepAnswer('b', 'which', answered('right'));
  expect([Object.keys(answersOf('a')), Object.keys(answersOf('b'))]).toEqual([[], ['which']]);
});
