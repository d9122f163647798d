import { describe, expect, it } from 'vitest';
import { findIn } from '#lib/testing/find-in-run.ts';
import { tinyTasks } from './tiny-tasks.ts';

const find = (stage: string, slots = 4) =>
  findIn(tinyTasks, `app a  slots ${slots}\njob 0  sql 3\n stage 0  ${stage}`);

describe('tinyTasks', () => {
  it('finds 400 tasks of 50 ms that run for 20 ms each', async () => {
    const { insights } = await find('tasks 400  ms 50  delay 30');
    expect(insights).toMatchObject([
      {
        title: 'Many tiny tasks in stage 0 (stage at Main.scala:0)',
        severity: 'high',
        confidence: 'high',
        why_confidence: 'the overhead is measured over 400 tasks',
        stages: ['0.0'],
        sql_executions: [3],
        // 400 tasks lose 30 ms each, on four slots.
        impact: { lower_ms: 3000, upper_ms: 5000 },
        evidence: { tasks: 400, 'median task': 50, 'share of task time that was not running': 0.6 },
        comparedWith: {
          tasks: '4 slots',
          'share of task time that was not running': '12.0 s of 20.0 s task time',
        },
      },
    ]);
  });

  it.each([
    ['a hundred tasks', [100, 'ms 200  delay 80', 4], [99, 'ms 200  delay 80', 4]],
    ['ten tasks for each slot', [200, 'ms 500  delay 300', 20], [199, 'ms 500  delay 300', 20]],
    ['two fifths of the time not running', [200, 'ms 100  delay 40', 4], [200, 'ms 100  delay 39', 4]],
    ['one second of overhead on every slot', [100, 'ms 50  delay 40', 4], [100, 'ms 50  delay 39', 4]],
    ['a thousand, where only their length tells', [1000, 'ms 199', 4], [999, 'ms 199', 4]],
    ['less than 200 ms, where only their length tells', [1000, 'ms 199', 4], [1000, 'ms 200', 4]],
  ] as const)('begins at %s', async (_, tiny, fine) => {
    expect((await find(`tasks ${tiny[0]}  ${tiny[1]}`, tiny[2])).kind).toBe('found');
    expect((await find(`tasks ${fine[0]}  ${fine[1]}`, fine[2])).kind).toBe('clear');
  });

  it('is less sure where the overhead hides in the running time, as in Python workers', async () => {
    const { insights } = await find('tasks 1500  ms 60  delay 5');
    expect(insights).toMatchObject([
      {
        confidence: 'medium',
        why_confidence: 'the tasks are shorter than 200 ms; how much of that is work, the log does not tell',
        evidence: { tasks: 1500, 'median task': 60 },
        comparedWith: { 'median task': 'Spark’s tuning guide calls 200 ms efficient' },
      },
    ]);
  });

  it('puts stages of one line of code together', async () => {
    const stage = (id: number, name: string) => `stage ${id}  tasks 400  ms 50  delay 30  name "${name}"`;
    const { insights } = await findIn(
      tinyTasks,
      `job 0\n${stage(0, 'count at a.py:3')}\n${stage(1, 'count at a.py:3')}\n${stage(2, 'save at a.py:5')}`,
    );
    expect(insights.map(({ title, stages }) => [title, stages])).toEqual([
      ['Many tiny tasks in 2 stages', ['0.0', '1.0']],
      ['Many tiny tasks in stage 2 (save at a.py:5)', ['2.0']],
    ]);
  });

  it('leaves out tasks that failed or were skipped', async () => {
    expect((await find('tasks 100  ms 50  delay 40  kills 1')).kind).toBe('clear');
    expect((await find('tasks 400  skipped')).kind).toBe('not applicable');
  });

  it('cannot judge a log that does not tell the slots', async () => {
    const run = 'executor 1  cores 4\njob 0\n stage 0  tasks 400  ms 50  delay 30';
    expect(await findIn(tinyTasks, `${run}\nwithout ExecutorAdded\nwithout BlockManagerAdded`)).toMatchObject(
      {
        kind: 'not applicable',
        why: 'The log does not tell how many task slots there were.',
      },
    );
  });
});
