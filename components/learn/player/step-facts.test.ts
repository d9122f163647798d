import { describe, expect, it } from 'vitest';
import { packOfStep } from '#lib/explain/pack-of-step.ts';
import { packSchema } from '#lib/explain/pack-schema.ts';
import { EMPTY_RECORD, type StepRecord } from '#lib/learn/run/scenario-run.ts';
import type { Scenario } from '#lib/learn/scenario/scenario.ts';
import { SHORT_SCENARIO } from '#lib/learn/testing.ts';
import { SCENARIOS } from '#scenarios/registry.ts';
import { stepFacts } from './step-facts.ts';

const answered: StepRecord = {
  ...EMPTY_RECORD,
  answer: { answer: { kind: 'number', value: 40 }, confidence: 3, why: '', outcome: 'off' },
  ...{ text: 'because', passed: true },
};
const step = (scenario: Scenario, id: string) => scenario.steps.find((each) => each.id === id)!;
const facts = (id: string, record: StepRecord) =>
  stepFacts(SHORT_SCENARIO, 1, step(SHORT_SCENARIO, id), record, { tasks: 200, after: 8 }, { count: 77 });

describe('the numbers of a step that can be explained', () => {
  it('are not told before an answer is committed', () => {
    expect(facts('guess', EMPTY_RECORD)).toBeUndefined();
    expect(facts('elsewhere', EMPTY_RECORD)).toBeUndefined();
  });

  it('are those on the page, with what the learner predicted', () => {
    expect(facts('guess', answered)).toEqual({
      origin: 'simulated',
      concept: 'partition',
      figures: [
        { label: 'tasks', value: 200, unit: 'tasks' },
        { label: 'predicted by you', value: 40, unit: 'tasks' },
      ],
    });
    expect(facts('elsewhere', answered)?.figures[0]).toMatchObject({ value: 77 });
  });

  it('have a side where before stands beside after', () => {
    expect(facts('see', EMPTY_RECORD)?.figures.map(({ value, side }) => [value, side])).toEqual([
      [200, 'before'],
      [8, 'after'],
    ]);
  });

  it.each(SCENARIOS)('make packs of one origin in every step of $id', (scenario) => {
    const values = Object.fromEntries(Object.keys(scenario.figures).map((name) => [name, 3]));
    for (const each of scenario.steps) {
      const told = stepFacts(scenario, 1, each, answered, values, {});
      if (told) expect(packSchema.safeParse(packOfStep(told)).success).toBe(true);
    }
  });
});
