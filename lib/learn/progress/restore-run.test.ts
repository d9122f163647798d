import { describe, expect, it } from 'vitest';
import { newRun, type ScenarioRun } from '../run/scenario-run.ts';
import { SHORT_SCENARIO } from '../testing.ts';
import { restoreRun } from './restore-run.ts';

/** In the act step, with a failed check behind it. */
const run: ScenarioRun = {
  ...newRun(SHORT_SCENARIO.id, 3, 100),
  at: 2,
  steps: {
    look: { failed: 1, hints: 0, passed: true },
    guess: {
      ...{ failed: 0, hints: 0 },
      answer: { answer: { kind: 'no-idea' }, confidence: null, why: '', outcome: 'no-idea' },
    },
    fix: { failed: 1, hints: 1, work: { knobs: { shufflePartitions: 8 } } },
  },
};

describe('restoreRun', () => {
  it('goes on where it was', () => {
    expect(restoreRun(SHORT_SCENARIO, run)).toEqual(run);
  });

  it('goes no further than to the first step that is not done', () => {
    expect(restoreRun(SHORT_SCENARIO, { ...run, at: 99, finishedAt: 5 })).toMatchObject({
      ...{ at: 2, finishedAt: null },
    });
    expect(restoreRun(SHORT_SCENARIO, { ...run, at: -1.5 }).at).toBe(0);
  });

  it('stays finished while somebody looks back', () => {
    const answer = run.steps.guess!;
    const steps = {
      ...{ ...run.steps, fix: { failed: 0, hints: 0, passed: true as const }, elsewhere: answer },
      why: { failed: 0, hints: 0, text: '' },
    };
    expect(restoreRun(SHORT_SCENARIO, { ...run, steps, at: 1, finishedAt: 5 })).toMatchObject({
      ...{ at: 1, finishedAt: 5 },
    });
  });

  it('forgets steps that the scenario no longer has', () => {
    const old = { ...run, steps: { ...run.steps, gone: { failed: 0, hints: 0 } } };
    expect(restoreRun(SHORT_SCENARIO, old)).toEqual(run);
  });
});
