import { describe, expect, it } from 'vitest';
import { findIn } from '#lib/testing/find-in-run.ts';
import { straggler } from './straggler.ts';

/** A stage on as many slots as it has tasks, and after it another job that takes `rest` ms. */
const run = (tasks: number, stage: string, rest = 0) =>
  `app a  slots ${tasks}
   job 0
     stage 0  tasks ${tasks}  ${stage}
   ${rest > 0 ? `job 1\n stage 1  tasks ${tasks}  ms ${rest}` : ''}`;
const find = (tasks: number, stage: string, rest?: number) => findIn(straggler, run(tasks, stage, rest));

describe('straggler', () => {
  it('finds the task that took 10 s with the data with which the others took 1 s', async () => {
    const { insights } = await find(8, 'ms 1 s, 1x10 s  read 10 MiB  records 100');
    expect(insights).toMatchObject([
      {
        title: 'Straggler in stage 0 (stage at Main.scala:0)',
        severity: 'high',
        confidence: 'high',
        stages: ['0.0'],
        impact: { lower_ms: 9000, upper_ms: 9000 },
        evidence: {
          'longest task': 10_000,
          'end of the stage in which only slow tasks ran': 9000,
          'slow tasks in that end (over 3 times the 75th percentile)': 1,
        },
        comparedWith: { 'longest task': 'median 1.00 s of 8 tasks' },
      },
    ]);
  });

  it.each([
    ['more than three times the 75th percentile', 8, 'ms 1 s, 1x3001', 'ms 1 s, 1x3 s'],
    [
      'less than three times the bytes',
      8,
      'ms 1 s, 1x9 s  read 1000, 1x2999',
      'ms 1 s, 1x9 s  read 1k, 1x3k',
    ],
    [
      'less than three times the records',
      8,
      'ms 1 s, 1x9 s  records 1000, 1x2999',
      'ms 1 s, 1x9 s  records 1k, 1x3k',
    ],
    ['one second of waiting', 8, 'ms 300, 1x1300', 'ms 300, 1x1299'],
    ['up to two slow tasks', 12, 'ms 1 s, 2x10 s', 'ms 1 s, 3x10 s'],
  ])('means %s', async (_, tasks, slow, ordinary) => {
    expect((await find(tasks, slow)).kind).toBe('found');
    expect((await find(tasks, ordinary)).kind).toBe('clear');
  });

  it('means few slow tasks: up to one in twenty of many, and of at least four', async () => {
    expect((await find(60, 'ms 1 s, 3x10 s')).kind).toBe('found');
    expect((await find(59, 'ms 1 s, 3x10 s')).kind).toBe('clear');
    expect((await find(4, 'ms 1 s, 1x10 s')).kind).toBe('found');
    expect((await find(3, 'ms 1 s, 1x10 s')).kind).toBe('clear');
    expect((await find(1, 'ms 10 s')).kind).toBe('clear');
  });

  it('begins at 5 % of the time in which jobs ran', async () => {
    // The stage waits 1 s; the jobs take 1300 + 10 + 18690 = 20000 ms, the second time one more.
    expect((await find(8, 'ms 300, 1x1300', 18_690)).kind).toBe('found');
    expect((await find(8, 'ms 300, 1x1300', 18_691)).kind).toBe('clear');
  });

  it('is no slow task that ended while others were still running', async () => {
    // One slot has the task of 5 s, the other one five of 1 s meanwhile; six more follow on both.
    const text = 'app a  slots 2\njob 0\n stage 0  tasks 12  ms 5 s, 1 s';
    expect((await findIn(straggler, text)).kind).toBe('clear');
  });

  it.each([
    ['an executor with one slow task among three', 5, 3, 'found'],
    ['an executor with one slow task of two, which is slow itself', 6, 2, 'clear'],
  ])('tells %s', async (_, first, second, kind) => {
    const text = `
      executor 1  cores ${first}
      executor 2  cores ${second}
      job 0
        stage 0  tasks 8  ms 1 s, 1x10 s`;
    expect((await findIn(straggler, text)).kind).toBe(kind);
  });

  it('is the original when its copy loses', async () => {
    const { insights } = await find(8, 'ms 1 s, 1x10 s  speculative 1 loses');
    expect(insights[0]?.evidence['longest task']).toBe(10_000);
    expect(insights[0]?.comparedWith['longest task']).toBe('median 1.00 s of 8 tasks');
  });

  it('made the stage wait until its copy was done, when that wins', async () => {
    // The copy of the 20 s begins after 10 s and takes 5; the others were done after 1 s.
    const { insights } = await find(8, 'ms 1 s, 1x20 s  speculative 1');
    expect(insights[0]).toMatchObject({
      impact: { lower_ms: 14_000, upper_ms: 14_000 },
      evidence: { 'longest task': 5000, 'end of the stage in which only slow tasks ran': 14_000 },
    });
  });

  it('is less sure where the tasks read nothing that Spark counts', async () => {
    const { insights } = await find(8, 'ms 1 s, 1x10 s');
    expect(insights[0]).toMatchObject({ confidence: 'medium' });
  });

  it('is one problem for the stages of one line of code', async () => {
    const { insights } = await findIn(
      straggler,
      `app a  slots 8
       job 0
         stage 0  tasks 8  ms 1 s, 1x5 s   name "join at etl.py:3"
         stage 1  tasks 8  ms 1 s, 1x10 s  name "join at etl.py:3"
         stage 2  tasks 8  ms 1 s, 1x4 s   name "count at etl.py:9"`,
    );
    expect(insights.map(({ title, stages, impact }) => [title, stages, impact])).toEqual([
      ['Straggler in 2 stages', ['1.0', '0.0'], { lower_ms: 9000, upper_ms: 13_000 }],
      ['Straggler in stage 2 (count at etl.py:9)', ['2.0'], { lower_ms: 3000, upper_ms: 3000 }],
    ]);
  });

  it('is not looked for without tasks, and not found in tasks of no time', async () => {
    expect(await find(8, 'skipped')).toMatchObject({ kind: 'not applicable', why: 'The log has no tasks.' });
    expect((await find(8, 'ms 0')).kind).toBe('clear');
  });
});
