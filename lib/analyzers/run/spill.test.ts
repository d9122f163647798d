import { describe, expect, it } from 'vitest';
import { findIn } from '#lib/testing/find-in-run.ts';
import { spill } from './spill.ts';

/** A stage of four tasks on four slots, and after it another job that takes `rest` ms. */
const run = (stage: string, rest = 0) =>
  `job 0  sql 2
     stage 0  tasks 4  ${stage}
   ${rest > 0 ? `job 1\n stage 1  tasks 4  ms ${rest}` : ''}`;
const find = (stage: string, rest?: number) => findIn(spill, run(stage, rest));

describe('spill', () => {
  it('is bytes that tasks wrote to disk, and touches as much of the stage as those tasks are', async () => {
    // One of four equal tasks: a quarter of the 10 s. Spark counts four times as much before it is written.
    const { insights } = await find('ms 10 s  spill 0, 1x1 GiB');
    expect(insights).toMatchObject([
      {
        title: 'Spill to disk in stage 0 (stage at Main.scala:0)',
        severity: 'high',
        confidence: 'high',
        stages: ['0.0'],
        sql_executions: [2],
        impact: { lower_ms: 0, upper_ms: 2500 },
        share_of_run: 0.25,
        evidence: {
          'spilled to disk': 2 ** 30,
          'tasks that spilled': 1,
          'largest spill of one task': 2 ** 30,
        },
        comparedWith: {
          'spilled to disk': '4.00 GiB in memory before it was written',
          'tasks that spilled': '4 tasks',
        },
      },
    ]);
  });

  it('adds up over the tasks and names the largest', async () => {
    const { insights } = await find('ms 10 s  spill 1 MiB, 2 MiB, 5 MiB, 0');
    expect(insights[0]).toMatchObject({
      impact: { lower_ms: 0, upper_ms: 7500 },
      evidence: {
        'spilled to disk': 8 * 2 ** 20,
        'tasks that spilled': 3,
        'largest spill of one task': 5 * 2 ** 20,
      },
    });
  });

  it('counts from the first byte, when its tasks take a second and 5 % of the run', async () => {
    expect((await find('ms 4 s  spill 0, 1x1')).kind).toBe('found');
    expect((await find('ms 3996  spill 0, 1x1')).kind).toBe('clear');
    // 1 s is touched; the jobs take 4000 + 11 + 15989 = 20000 ms, the second time one more.
    expect((await find('ms 4 s  spill 0, 1x1', 15_989)).kind).toBe('found');
    expect((await find('ms 4 s  spill 0, 1x1', 15_990)).kind).toBe('clear');
  });

  it('says when stages spilled without mattering', async () => {
    expect((await find('ms 10  spill 1 GiB')).why).toBe(
      '1 stage spilled, but in tasks that take less than 5 % of the run or less than 1 s.',
    );
    expect((await find('ms 10 s')).why).toBe('No task spilled.');
  });

  it('is seen where Spark counts it in memory only', async () => {
    const { insights } = await find('ms 10 s  memory_bytes_spilled 1 MiB');
    expect(insights[0]?.evidence).toMatchObject({ 'spilled to disk': 0, 'tasks that spilled': 4 });
  });

  it('counts attempts that failed or were killed, because they spilled too', async () => {
    const { insights } = await find('ms 10 s  spill 1 MiB  fails 1  kills 1');
    expect(insights[0]?.evidence).toMatchObject({
      'spilled to disk': 5 * 2 ** 20,
      'tasks that spilled': 5,
    });
  });

  it('takes a task that has no end as one that did not spill', async () => {
    const { insights } = await find('ms 10 s  spill 1 MiB  running 1');
    expect(insights[0]).toMatchObject({
      evidence: { 'tasks that spilled': 3 },
      comparedWith: { 'tasks that spilled': '4 tasks' },
    });
  });

  it('is one problem for the attempts of a stage', async () => {
    const { insights } = await findIn(
      spill,
      `job 0
         stage 0  tasks 4  ms 10 s  spill 1 MiB
         stage 0.1  tasks 1  partitions 2  ms 4 s  spill 1 MiB
         stage 1  tasks 4  ms 2 s  spill 1 MiB`,
    );
    expect(insights.map(({ title, stages, impact }) => [title, stages, impact.upper_ms])).toEqual([
      ['Spill to disk in 2 stages', ['0.0', '0.1'], 14_000],
      ['Spill to disk in stage 1 (stage at Main.scala:1)', ['1.0'], 2000],
    ]);
  });

  it('is not looked for without tasks, and takes no time in tasks that take none', async () => {
    expect(await find('skipped')).toMatchObject({ kind: 'not applicable', why: 'The log has no tasks.' });
    expect((await find('ms 0  spill 1 GiB')).kind).toBe('clear');
  });
});
