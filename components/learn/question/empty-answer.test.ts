import { describe, expect, it } from 'vitest';
import type { Question } from '#lib/learn/question/question.ts';
import { seededRandom } from '#lib/learn/scenario/random.ts';
import { SCENARIOS } from '#scenarios/registry.ts';
import { emptyAnswer, missingIn } from './empty-answer.ts';

const questions = SCENARIOS.flatMap(({ id, steps }) =>
  steps.flatMap((step): readonly (readonly [string, Question])[] => {
    if (step.kind === 'transfer') return [[`${id}, ${step.id}`, step.vary(seededRandom(1)).question]];
    return 'question' in step ? [[`${id}, ${step.id}`, step.question]] : [];
  }),
);
const of = (kind: Question['kind']) => questions.find(([, question]) => question.kind === kind)![1];

describe('an answer that is begun', () => {
  it.each(questions)('to %s waits for a choice, or for how sure one is', (_, question) => {
    const answer = emptyAnswer(question);
    expect(missingIn(question, answer, true) === undefined).toBe(answer !== undefined);
    expect(missingIn(question, answer, false)).toBeDefined();
  });

  it('may be "all alike" for a shape, and not "nothing at all"', () => {
    const sketch = of('sketch');
    expect(missingIn(sketch, emptyAnswer(sketch), true)).toBeUndefined();
    expect(missingIn(sketch, { kind: 'bars', bars: [0, 0] }, true)).toBe('Draw something first');
  });

  it('is not the middle of a slider', () => {
    expect(missingIn(of('slider'), undefined, true)).toBe('Move the slider or type a number');
    expect(missingIn(of('slider'), { kind: 'number', value: 3 }, true)).toBeUndefined();
  });
});
