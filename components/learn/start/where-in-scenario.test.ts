import { describe, expect, it } from 'vitest';
import { NO_PROGRESS } from '#lib/learn/progress/learn-progress.ts';
import { newRun, type ScenarioRun } from '#lib/learn/run/scenario-run.ts';
import { type Outline, outlineOf } from '#lib/learn/scenario/outline.ts';
import { SHORT_SCENARIO } from '#lib/learn/testing.ts';
import { nextScenario, whereInScenario } from './where-in-scenario.ts';

const outline = outlineOf(SHORT_SCENARIO);
const of = (id: string): Outline => ({ ...outline, id });
const begun = (id: string, startedAt: number): ScenarioRun => newRun(id, 1, startedAt);
const finished = (id: string): ScenarioRun => ({ ...begun(id, 0), finishedAt: 9 });

describe('whereInScenario', () => {
  it('tells a new one from one that was begun or finished', () => {
    expect(whereInScenario(outline, undefined)).toMatchObject({ state: 'new', action: 'Begin' });
    expect(whereInScenario(outline, { ...begun('short', 0), at: 2 })).toMatchObject({
      ...{ words: 'step 3 of 7', action: 'Continue' },
    });
    expect(whereInScenario(outline, finished('short'))).toMatchObject({ state: 'finished' });
  });

  it('knows no step beyond the last', () => {
    expect(whereInScenario(outline, { ...begun('short', 0), at: 40 }).words).toBe('step 7 of 7');
  });
});

describe('nextScenario', () => {
  const all = ['a', 'b', 'c'].map(of);
  const next = (...runs: readonly ScenarioRun[]) =>
    nextScenario(all, {
      ...NO_PROGRESS,
      runs: Object.fromEntries(runs.map((run) => [run.scenario, run])),
    })?.id;

  it('is the first for a newcomer, then what was begun last, then what is new', () => {
    expect(next()).toBe('a');
    expect(next(begun('b', 1), begun('c', 2))).toBe('c');
    expect(next(finished('a'), finished('c'))).toBe('b');
  });

  it('is none where all are finished', () => {
    expect(next(...['a', 'b', 'c'].map(finished))).toBeUndefined();
  });
});
