import { describe, expect, it } from 'vitest';
import { SLIDER_MAX, sliderPosition, sliderValue } from '#components/simulator/knobs/slider-scale.ts';
import type { SliderQuestion } from '#lib/learn/question/question.ts';
import { seededRandom } from '#lib/learn/scenario/random.ts';
import { SCENARIOS } from '#scenarios/registry.ts';
import { fieldText, rangeOf, typedNumber } from './number-answer.ts';

const sliders = SCENARIOS.flatMap((scenario) =>
  scenario.steps.flatMap((step) => {
    const question =
      step.kind === 'transfer'
        ? step.vary(seededRandom(1)).question
        : 'question' in step
          ? step.question
          : undefined;
    return question?.kind === 'slider' ? [[`${scenario.id}, ${step.id}`, question] as const] : [];
  }),
);
const bytes: SliderQuestion = {
  ...({ kind: 'slider', ask: '', needs: [], truth: '', unit: 'bytes', scale: 'log' } as const),
  ...{ min: 1024, max: 2 ** 40, right: 1.2, close: 2, beliefs: [] },
};

describe('the answer on a slider', () => {
  it.each(sliders)('to %s can be any value of its range, and typed as it is shown', (_, question) => {
    const range = rangeOf(question);
    const values = [0, 1, 100, 200, 399, SLIDER_MAX].map((position) => sliderValue(range, position));
    expect([values[0], values.at(-1)]).toEqual([question.min, question.max]);
    for (const value of values)
      expect(typedNumber(question, fieldText(question, value))).toEqual({
        value: expect.closeTo(value, 6),
      });
  });

  it.each(sliders)('to %s can be moved as finely as "right" is', (_, question) => {
    const range = rangeOf(question);
    const middle = sliderPosition(range, Math.sqrt(Math.max(1, question.min) * question.max));
    const [a, b] = [sliderValue(range, middle), sliderValue(range, middle + 1)];
    const apart = question.scale === 'log' ? b / a : (b - a) / (question.max - question.min);
    expect(apart).toBeLessThan(question.right);
  });

  it.each([
    ['64 MiB', 64 * 2 ** 20],
    ['1.5g', 1.5 * 2 ** 30],
    ['2048', 2048],
  ])('takes "%s"', (typed, value) => {
    expect(typedNumber(bytes, typed)).toEqual({ value });
    expect(typedNumber({ ...bytes, unit: 'tasks', min: 1, max: 400 }, '32 tasks')).toEqual({ value: 32 });
  });

  it('refuses what is no number or out of range, and says the range', () => {
    expect(typedNumber(bytes, 'many')).toEqual({ problem: 'Not a number that fits: 1 KiB to 1 TiB.' });
    expect(typedNumber(bytes, '3 B')).toEqual({ problem: 'Out of range: 1 KiB to 1 TiB.' });
  });
});
