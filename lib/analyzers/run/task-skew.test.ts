import { describe, expect, it } from 'vitest';
import { findIn } from '#lib/testing/find-in-run.ts';
import { taskSkew } from './task-skew.ts';

/** A stage on eight slots, and after it another job that takes `rest` ms. */
const run = (stage: string, rest = 0) =>
  `app a  slots 8
   job 0  sql 5
     stage 0  ${stage}
   ${rest > 0 ? `job 1\n stage 1  tasks 8  ms ${rest}` : ''}`;
const find = (stage: string, rest?: number) => findIn(taskSkew, run(stage, rest));

describe('taskSkew', () => {
  it('finds the task that takes 10 s and reads 300 records where the others take 1 s and read 100', async () => {
    const { insights } = await find('tasks 8  ms 1 s, 1x10 s  read 10 MiB, 1x50 MiB  records 100, 1x300');
    expect(insights).toMatchObject([
      {
        title: 'Task skew in stage 0 (stage at Main.scala:0)',
        severity: 'high',
        confidence: 'high',
        why_confidence: 'time, records and bytes of the slowest task all stand out among 8 tasks',
        stages: ['0.0'],
        sql_executions: [5],
        impact: { lower_ms: 9000, upper_ms: 9000 },
        share_of_run: 0.9,
        evidence: { 'longest task': 10_000, 'records it read': 300, 'bytes it read': 50 * 2 ** 20 },
        comparedWith: { 'longest task': 'median 1.00 s of 8 tasks', 'records it read': 'median 100' },
      },
    ]);
  });

  it.each([
    ['2.5 times the median time', 'ms 4 s, 1x10 s  read 1, 1x3', 'ms 4 s, 1x9999  read 1, 1x3'],
    [
      'twice as long as three quarters of the tasks',
      'ms 1 s, 1 s, 1 s, 1 s, 5 s, 5 s, 5 s, 10 s  read 1, 1x3',
      'ms 1 s, 1 s, 1 s, 1 s, 5 s, 5 s, 5 s, 9999  read 1, 1x3',
    ],
    ['three times the bytes', 'ms 1 s, 1x10 s  read 1000, 1x3000', 'ms 1 s, 1x10 s  read 1000, 1x2999'],
    ['three times the records', 'ms 1 s, 1x10 s  records 100, 1x300', 'ms 1 s, 1x10 s  records 100, 1x299'],
    [
      'three times the shuffled records',
      'ms 1 s, 1x10 s  shuffle-records 100, 1x300',
      'ms 1 s, 1x10 s  shuffle-records 100, 1x299',
    ],
    ['one second more than the median', 'ms 100, 1x1100  read 1, 1x3', 'ms 100, 1x1099  read 1, 1x3'],
    ['one quarter of the tasks', 'ms 1 s, 2x10 s  read 1, 2x3', 'ms 1 s, 3x10 s  read 1, 3x3'],
  ])('begins at %s', async (_, skewed, even) => {
    expect((await find(`tasks 8  ${skewed}`)).kind).toBe('found');
    expect((await find(`tasks 8  ${even}`)).kind).toBe('clear');
  });

  it('begins at four tasks, because fewer have no typical one', async () => {
    expect((await find('tasks 4  ms 1 s, 1x10 s  read 1, 1x30')).kind).toBe('found');
    expect((await find('tasks 3  ms 1 s, 1x10 s  read 1, 1x30')).kind).toBe('clear');
    expect((await find('tasks 1  ms 10 s  read 30')).kind).toBe('clear');
  });

  it('begins at 5 % of the time in which jobs ran', async () => {
    // The excess is 1 s; the jobs take 1100 + 11 + 18889 = 20000 ms, the second time one more.
    const stage = 'tasks 8  ms 100, 1x1100  read 1, 1x3';
    expect((await find(stage, 18_889)).kind).toBe('found');
    expect((await find(stage, 18_890)).kind).toBe('clear');
  });

  it('rests on time and data together', async () => {
    expect((await find('tasks 8  ms 1 s, 1x10 s  read 1 MiB')).kind).toBe('clear');
    expect((await find('tasks 8  ms 1 s  read 1 MiB, 1x1 GiB')).kind).toBe('clear');
    const { insights } = await find('tasks 8  ms 1 s, 1x10 s  read 0, 1x5 MiB');
    expect(insights[0]).toMatchObject({
      confidence: 'medium',
      why_confidence: 'time and bytes of the slowest task stand out, records do not',
    });
  });

  it('looks at the tasks that succeeded, each once', async () => {
    const { insights } = await find('tasks 8  ms 1 s, 1x10 s  read 1, 1x3  speculative 1 loses');
    expect(insights[0]?.comparedWith['longest task']).toBe('median 1.00 s of 8 tasks');
    expect((await find('tasks 8  ms 1 s, 1x10 s  read 1, 1x3  kills 1')).kind).toBe('clear');
  });

  it('says that a stage whose large task ran last waited no longer than that task stood out', async () => {
    // Eight tasks in the first second, then the large one alone for ten.
    const { insights } = await find('tasks 9  ms 1 s, 1x10 s  read 1, 1x3');
    expect(insights[0]?.occurrences[0]?.impact).toEqual({ lower_ms: 9000, upper_ms: 9000 });
  });

  it('puts stages of one line of code together, the worst first, and others apart', async () => {
    const { insights } = await findIn(
      taskSkew,
      `app a  slots 8
       job 0
         stage 0  tasks 8  ms 1 s, 1x5 s   read 1, 1x3  name "join at etl.py:3"
         stage 1  tasks 8  ms 1 s, 1x10 s  read 1, 1x3  name "join at etl.py:3"
         stage 2  tasks 8  ms 1 s, 1x4 s   read 1, 1x3  name "count at etl.py:9"`,
    );
    expect(insights.map(({ title, stages, impact }) => [title, stages, impact.upper_ms])).toEqual([
      ['Task skew in 2 stages', ['1.0', '0.0'], 13_000],
      ['Task skew in stage 2 (count at etl.py:9)', ['2.0'], 3000],
    ]);
  });

  it('has nothing to look at without tasks, and finds nothing in tasks of no time', async () => {
    expect(await find('tasks 8  skipped')).toMatchObject({
      kind: 'not applicable',
      why: 'The log has no tasks.',
    });
    expect((await find('tasks 8  ms 0  read 1, 1x3')).kind).toBe('clear');
  });
});
