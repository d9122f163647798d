import { describe, expect, it } from 'vitest';
import type { Outcome } from '../question/question.ts';
import { firstRecall } from '../recall/recall.ts';
import { newRun, type StepRecord } from '../run/scenario-run.ts';
import { SHORT_SCENARIO } from '../testing.ts';
import { conceptLevel } from './concept-level.ts';
import { type LearnProgress, NO_PROGRESS } from './learn-progress.ts';

const { id } = SHORT_SCENARIO;
const answered = (outcome: Outcome): StepRecord => ({
  ...{ failed: 0, hints: 0 },
  answer: { answer: { kind: 'no-idea' }, confidence: null, why: '', outcome },
});
const withSteps = (steps: Readonly<Record<string, StepRecord>>): LearnProgress => ({
  ...NO_PROGRESS,
  runs: { [id]: { ...newRun(id, 1, 0), steps } },
});
const level = (progress: LearnProgress) => conceptLevel('partition', [SHORT_SCENARIO], progress);

describe('conceptLevel', () => {
  it('goes from seen over practised to can predict', () => {
    expect(level(NO_PROGRESS)).toBe('new');
    expect(level(withSteps({}))).toBe('seen');
    expect(level(withSteps({ fix: { failed: 3, hints: 3, passed: true } }))).toBe('practised');
    expect(level(withSteps({ guess: answered('right'), elsewhere: answered('right') }))).toBe('can predict');
  });

  it('wants two right predictions in different places', () => {
    expect(level(withSteps({ guess: answered('right'), elsewhere: answered('close') }))).toBe('seen');
    const recalled = { ...firstRecall(id, 0), right: 1 };
    expect(level({ ...withSteps({ guess: answered('right') }), recalls: { [id]: recalled } })).toBe(
      'can predict',
    );
  });

  it('is about the concepts of the scenario only', () => {
    expect(conceptLevel('caching', [SHORT_SCENARIO], withSteps({}))).toBe('new');
  });
});
