import { describe, expect, it } from 'vitest';
import { nextRecall } from '../recall/recall.ts';
import { newRun } from '../run/scenario-run.ts';
import { keepRecall, keepRun } from './keep.ts';
import { NO_PROGRESS } from './learn-progress.ts';

const DAY = 86_400_000;
const open = newRun('short', 1, 0);
const finished = { ...open, finishedAt: 10 };

describe('keepRun', () => {
  it('keeps the run of each scenario, and asks nothing before it is finished', () => {
    expect(keepRun(NO_PROGRESS, open)).toEqual({ runs: { short: open }, recalls: {} });
  });

  it('lets a question come back a day after it was finished for the first time', () => {
    const once = keepRun(NO_PROGRESS, finished);
    expect(once.recalls.short?.due).toBe(DAY + 10);
    const again = keepRun(keepRun(once, open), { ...open, finishedAt: 5 * DAY });
    expect(again.recalls.short?.due).toBe(DAY + 10);
  });
});

describe('keepRecall', () => {
  it('remembers what was answered rightly, also when it does not come back', () => {
    const { recalls } = keepRun(NO_PROGRESS, finished);
    const answers = [DAY, 4 * DAY, 11 * DAY];
    const last = answers.reduce((recall, now) => nextRecall(recall, 'right', now), recalls.short!);
    expect(keepRecall(NO_PROGRESS, last).recalls.short).toMatchObject({ due: null, right: 3 });
  });
});
