import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SHORT_SCENARIO } from '#lib/learn/testing.ts';
import {
  answerRecall,
  beginRun,
  dispatch,
  exportProgress,
  forgetProgress,
  importProgress,
  progress,
  runOf,
} from './progress.ts';

const DAY = 86_400_000;
const { id } = SHORT_SCENARIO;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1000 });
  forgetProgress();
});

function finish(): void {
  beginRun(id);
  dispatch(SHORT_SCENARIO, { kind: 'pointed', isMeant: true });
  const answer = { answer: { kind: 'no-idea' }, confidence: null, why: '', outcome: 'no-idea' } as const;
  for (const step of SHORT_SCENARIO.steps) {
    if (step.kind === 'predict' || step.kind === 'transfer')
      dispatch(SHORT_SCENARIO, { kind: 'committed', answer });
    if (step.kind === 'act') dispatch(SHORT_SCENARIO, { kind: 'checked', allHold: true });
    if (step.kind === 'reflect') dispatch(SHORT_SCENARIO, { kind: 'reflected', text: 'So.' });
    dispatch(SHORT_SCENARIO, { kind: 'continued', now: Date.now() });
  }
}

describe('progress', () => {
  it('begins a scenario once, and goes on with it', () => {
    beginRun(id);
    dispatch(SHORT_SCENARIO, { kind: 'pointed', isMeant: true });
    const before = runOf(id);
    beginRun(id);
    expect(runOf(id)).toBe(before);
    expect(before?.steps.look).toMatchObject({ passed: true });
  });

  it('takes no notice of what happens to a run that another tab forgot', () => {
    beginRun(id);
    forgetProgress();
    dispatch(SHORT_SCENARIO, { kind: 'pointed', isMeant: true });
    answerRecall(id, 'right');
    expect(progress.get()).toEqual({ runs: {}, recalls: {} });
  });

  it('lets the question of a finished scenario come back, later after each right answer', () => {
    finish();
    expect(progress.get().recalls[id]).toMatchObject({ level: 0, due: 1000 + DAY });
    vi.setSystemTime(2 * DAY);
    answerRecall(id, 'right');
    expect(progress.get().recalls[id]).toMatchObject({ level: 1, due: 5 * DAY, right: 1 });
  });

  it('comes back from its file after everything was forgotten', () => {
    finish();
    const [before, file] = [progress.get(), exportProgress()];
    forgetProgress();
    expect(runOf(id)).toBeUndefined();
    expect(importProgress(file)).toEqual({ scenarios: 1, lost: [] });
    expect(progress.get()).toEqual(before);
  });

  it('keeps scenarios that a file does not have', () => {
    beginRun('other');
    const file = exportProgress();
    forgetProgress();
    finish();
    importProgress(file);
    expect(Object.keys(progress.get().runs).toSorted()).toEqual(['other', id]);
  });
});
