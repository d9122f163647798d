import { describe, expect, it } from 'vitest';
import { readFigures } from '#lib/learn/scenario/figure.ts';
import { lookInNode } from '#lib/learn/testing.ts';
import { skewedJoin } from './scenario.ts';

const look = (name: string) => lookInNode(skewedJoin.situations[name]!, skewedJoin);

describe('the join that never ends', () => {
  it('has as many tasks in the simulator as in the real runs, before and after', async () => {
    const states = { start: await look('start'), solution: await look('solution'), more: await look('more') };
    const values = readFigures(skewedJoin.figures, states);
    expect([values.tasksBefore, values.tasksAfter]).toEqual([
      values.measuredTasks,
      values.measuredTasksAfter,
    ]);
  }, 60_000);

  it('is called skewed by the analyzer before the fix and no longer after it', async () => {
    const problems = async (name: string) =>
      (await look(name)).measurement?.insights.map(({ problem }) => problem);
    expect(await problems('start')).toContain('task-skew');
    expect(await problems('solution')).not.toContain('task-skew');
  }, 60_000);
});
