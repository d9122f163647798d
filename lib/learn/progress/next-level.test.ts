import { describe, expect, it } from 'vitest';
import { newRun, type ScenarioRun } from '../run/scenario-run.ts';
import { outlineOf } from '../scenario/outline.ts';
import { SHORT_SCENARIO } from '../testing.ts';
import { NO_PROGRESS } from './learn-progress.ts';
import { conceptStanding } from './next-level.ts';

const { id } = SHORT_SCENARIO;
const right = {
  ...{ failed: 0, hints: 0 },
  answer: { answer: { kind: 'no-idea' }, confidence: null, why: '', outcome: 'right' },
} as const;
const changed = { failed: 0, hints: 0, passed: true } as const;
const standing = (steps: ScenarioRun['steps']) =>
  conceptStanding('partition', [outlineOf(SHORT_SCENARIO)], {
    ...NO_PROGRESS,
    runs: { [id]: { ...newRun(id, 1, 0), steps } },
  });

describe('conceptStanding', () => {
  it('says what leads to the next level, as long as there is one', () => {
    expect(standing({})).toMatchObject({ level: 'seen', next: expect.stringContaining('checks hold') });
    expect(standing({ fix: changed })).toMatchObject({ next: expect.stringContaining('2 places; 0 so far') });
    expect(standing({ fix: changed, guess: right })).toMatchObject({
      ...{ level: 'practised', next: expect.stringContaining('1 so far') },
    });
    expect(standing({ fix: changed, guess: right, elsewhere: right })).toEqual({
      ...{ level: 'can predict', next: undefined },
    });
  });

  it('points a newcomer to a scenario', () => {
    expect(conceptStanding('partition', [outlineOf(SHORT_SCENARIO)], NO_PROGRESS)).toEqual({
      ...{ level: 'new', next: 'Begin a scenario about it.' },
    });
  });
});
