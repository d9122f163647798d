import { describe, expect, it } from 'vitest';
import { DEFAULT_KNOBS, type Knobs } from '#lib/simulator/pipeline/knobs.ts';
import { runPipeline } from '#lib/simulator/pipeline/run-pipeline.ts';
import type { EngineState, QueryAnswer } from '../engine/engine-state.ts';
import { total } from '../engine/readings.ts';
import { answersLike } from './answer-checks.ts';
import { type Check, runChecks, slipIn } from './check.ts';
import { atLeast, atMost, downTo } from './number-checks.ts';
import { sameCluster, sameData } from './simulation-checks.ts';

const run = (knobs: Partial<Knobs>): EngineState => ({
  simulation: runPipeline({ ...DEFAULT_KNOBS, dataBytes: 2 ** 30, keys: 1000, adaptive: false, ...knobs }),
  problems: [],
});
const start = run({ shufflePartitions: 200 });
const holds = (check: Check, now: EngineState) => check.holds({ now, start });
const tasks = total('reduceTasks');

describe('runChecks', () => {
  const checks = [atMost('few', 'Few tasks.', tasks, 50), atLeast('some', 'Some tasks.', tasks, 4)];

  it('tells of each check whether it holds', () => {
    expect(runChecks(checks, { now: start, start })).toEqual([
      { id: 'few', says: 'Few tasks.', holds: false },
      { id: 'some', says: 'Some tasks.', holds: true },
    ]);
  });

  it('lets nothing hold where an engine could not look at the work', () => {
    const broken = { ...run({ shufflePartitions: 8 }), problems: ['Not Python.'] };
    expect(runChecks(checks, { now: broken, start }).map((each) => each.holds)).toEqual([false, false]);
  });
});

describe('slipIn', () => {
  const slips = [{ id: 'more', say: 'More.', when: ({ now }: { now: EngineState }) => tasks(now) > 200 }];

  it('tells a wrong turn from what the engines say', () => {
    expect(slipIn(slips, { now: run({ shufflePartitions: 400 }), start })?.id).toBe('more');
    expect(slipIn(slips, { now: start, start })).toBeUndefined();
  });

  it('is silent about work that could not be looked at', () => {
    expect(slipIn(slips, { now: { problems: ['Not Python.'] }, start })).toBeUndefined();
  });
});

describe('checks of numbers', () => {
  it('have a tolerance', () => {
    const now = run({ shufflePartitions: 52 });
    expect(holds(atMost('few', '', tasks, 50), now)).toBe(false);
    expect(holds(atMost('few', '', tasks, 50, 0.05), now)).toBe(true);
    expect(holds(atLeast('many', '', tasks, 54, 0.05), now)).toBe(true);
  });

  it('may go by what was at the start', () => {
    expect(holds(downTo('half', '', tasks, 0.5), run({ shufflePartitions: 100 }))).toBe(true);
    expect(holds(downTo('half', '', tasks, 0.5), run({ shufflePartitions: 101 }))).toBe(false);
  });
});

describe('checks of what stays', () => {
  it('tell a change of how it is run from a change of the data', () => {
    expect(holds(sameData(), run({ shufflePartitions: 8, adaptive: true }))).toBe(true);
    expect(holds(sameData(), run({ keys: 999 }))).toBe(false);
    expect(holds(sameData('', ['joinType']), run({ joinType: 'LeftOuter' }))).toBe(true);
    expect(holds(sameData(), run({ joinType: 'LeftOuter' }))).toBe(false);
  });

  it('allow a smaller cluster, not a larger one', () => {
    expect(holds(sameCluster(), run({ executors: 2 }))).toBe(true);
    expect(holds(sameCluster(), run({ executors: 50 }))).toBe(false);
  });
});

describe('answersLike', () => {
  const asked = (answer: QueryAnswer): EngineState => ({
    measurement: { figures: { share: 0.4 }, stages: [], insights: [], clear: [], answer },
    problems: [],
  });
  const check = answersLike('share', 'The share.', 0.01);

  it('takes any query that gives the number, as a share or in percent', () => {
    expect(holds(check, asked([{ x: 0.4001 }]))).toBe(true);
    expect(holds(check, asked([{ name: 'longest', percent: 40 }]))).toBe(true);
    expect(holds(check, asked([{ x: 0.41 }]))).toBe(false);
    expect(holds(check, asked([]))).toBe(false);
  });
});
