import { expect, it } from 'vitest';
import type { Question } from '#lib/learn/question/question.ts';
import { answerWords } from './answer-words.ts';

const asked = { ask: '?', needs: [] } as const;
const slider: Question = {
  ...{ ...asked, kind: 'slider', truth: 'x', unit: 'ms', min: 1, max: 1e6, scale: 'log' },
  ...{ right: 2, close: 3, beliefs: [] },
};
const items = [
  { id: 'spill', label: 'Spill', by: 'spill' },
  { id: 'task-skew', label: 'Task skew', by: 'skew' },
];

it('an answer is told in the words and units of its question', () => {
  expect(answerWords(slider, { kind: 'number', value: 48_000 })).toBe('48.0 s');
  expect(answerWords(slider, { kind: 'no-idea' })).toBe('no idea');
  const pick: Question = {
    ...{ ...asked, kind: 'pick' },
    options: items.map(({ id, label }) => ({ id, label, isSo: () => true, say: '' })),
  };
  expect(answerWords(pick, { kind: 'option', id: 'spill' })).toBe('Spill');
  const order: Question = { ...asked, kind: 'order', items, say: '' };
  expect(answerWords(order, { kind: 'order', ids: ['task-skew', 'spill'] })).toBe('Task skew, Spill');
});
