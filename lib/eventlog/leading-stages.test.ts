import { describe, expect, it } from 'vitest';
import { metricIndex } from '#lib/tables/schema/task-metrics.ts';
import { stagesSoFar } from './leading-stages.ts';
import { StageState } from './replay/stage-state.ts';

function stage(id: number, runMs: number, failedTasks = 0): StageState {
  const state = new StageState(id, 0);
  state.name = `count at job.py:${id}`;
  state.endedTasks = 10;
  state.failedTasks = failedTasks;
  state.metrics[metricIndex('executor_run_time')] = runMs;
  return state;
}

describe('stagesSoFar', () => {
  it('names the stages with most run time, the largest first', () => {
    const { leaders } = stagesSoFar([5, 90, 30, 70, 10, 80, 60].map((ms, id) => stage(id, ms)));
    expect(leaders.map(({ stage: id, runMs }) => [id, runMs])).toEqual([
      ['1.0', 90],
      ['5.0', 80],
      ['3.0', 70],
      ['6.0', 60],
      ['2.0', 30],
    ]);
  });

  it('leaves out stages in which nothing ran yet', () => {
    expect(stagesSoFar([stage(0, 0), stage(1, 7)]).leaders).toHaveLength(1);
    expect(stagesSoFar([]).leaders).toEqual([]);
  });

  it('counts failed attempts over all stages', () => {
    expect(stagesSoFar([stage(0, 1, 2), stage(1, 1, 3)]).failedTasks).toBe(5);
  });
});
