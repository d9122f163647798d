import { describe, expect, it } from 'vitest';
import { SCENARIOS } from '#scenarios/registry.ts';
import { figuresAfter, figuresBefore, recallStep } from './recall-texts.ts';

const steps = SCENARIOS.map((scenario) => ({ scenario, step: recallStep(scenario) }));

describe('the question that comes back', () => {
  it('shows only figures that its scenario has', () => {
    for (const { scenario, step } of steps)
      expect(Object.keys(scenario.figures)).toEqual(expect.arrayContaining([...figuresAfter(step)]));
  });

  it('shows with its outcome what was shown before, and the figures of its reveal', () => {
    for (const { step } of steps) {
      const after = figuresAfter(step);
      expect(after).toEqual(expect.arrayContaining([...figuresBefore(step.question)]));
      if (step.reveal.includes('{')) expect(after.length).toBeGreaterThan(0);
    }
  });

  it('is mostly asked without an engine', () => {
    const atOnce = steps.filter(({ step }) => figuresBefore(step.question).length === 0);
    expect(atOnce.length).toBeGreaterThan(steps.length / 2);
  });
});
