import { describe, expect, it } from 'vitest';
import { findIn } from '#lib/testing/find-in-run.ts';
import { taskFailures } from './task-failures.ts';

const find = (stage: string, more = '') =>
  findIn(taskFailures, `app a  slots 4\njob 0  sql 3\n stage 0  tasks 4  ${stage}\n${more}`);

describe('taskFailures', () => {
  it('counts the attempts that failed, with the time they ran and their reason', async () => {
    const { insights } = await find('ms 1 s  fails 2x3 "java.io.IOException: disk is full"');
    expect(insights).toMatchObject([
      {
        title: 'Failed task attempts in stage 0 (stage at Main.scala:0)',
        severity: 'high',
        confidence: 'high',
        stages: ['0.0'],
        sql_executions: [3],
        // 6 s on four slots: 1.5 s at least, and no more than the run, which ends 10 ms after 1 + 4 s.
        impact: { lower_ms: 1500, upper_ms: 5011 },
        evidence: {
          'failed task attempts': 6,
          'time they ran': 6000,
          'most frequent reason': 'java.io.IOException',
          'its message, shortened': expect.stringContaining('disk is full'),
        },
        comparedWith: { 'failed task attempts': '4 tasks', 'most frequent reason': '6 of 6' },
      },
    ]);
  });

  it('has no threshold: one attempt of 1 ms is told, though it matters little', async () => {
    const { insights } = await find('ms 1  fails 1', 'job 1\n stage 1  tasks 4  ms 100 s');
    expect(insights).toMatchObject([{ severity: 'info', evidence: { 'failed task attempts': 1 } }]);
  });

  it.each([
    ['a task that was killed with its job', 'ms 1 s  kills 2 "Stage cancelled"'],
    ['a copy that lost', 'ms 1 s  speculative 1 loses'],
    ['an original that lost to its copy', 'ms 1 s  speculative 1'],
    ['finished output that was lost with its executor', 'ms 1 s  resubmitted 2'],
    ['a task without an end', 'ms 1 s  running 1'],
  ])('does not count %s', async (_, stage) => {
    expect(await find(stage)).toMatchObject({ kind: 'clear', why: 'No task attempt failed.' });
  });

  it('counts tasks that died with their executor', async () => {
    const text = `
      executor 1  cores 2  lost 3 s "Command exited with code 137"
      executor 2  cores 2
      job 0
        stage 0  tasks 4  ms 5 s`;
    const { insights } = await findIn(taskFailures, text);
    expect(insights[0]?.evidence).toMatchObject({
      'failed task attempts': 2,
      'time they ran': 4000,
      'most frequent reason': 'ExecutorLostFailure',
    });
  });

  it('names the most frequent of several reasons in a stage', async () => {
    const { insights } = await find(
      'ms 1 s  fails 3 "java.io.IOException: disk"  fetch-failed 1',
      'job 1\n stage 1  tasks 4  ms 1 s  fails 1 "java.io.IOException: disk"',
    );
    expect(insights).toMatchObject([
      {
        stages: ['0.0', '1.0'],
        evidence: { 'failed task attempts': 3, 'most frequent reason': 'java.io.IOException' },
        comparedWith: { 'most frequent reason': '2 of 3' },
      },
    ]);
  });

  it('tells reasons that are as frequent in the same order each time, with the message of the one named', async () => {
    const { insights } = await find('ms 1 s  fails 2 "java.io.IOException: disk"  fetch-failed 1');
    expect(insights[0]?.evidence).toMatchObject({
      'most frequent reason': 'FetchFailed',
      'its message, shortened': expect.stringContaining('FetchFailedException'),
    });
  });

  it('puts stages with one reason together and other reasons apart', async () => {
    const { insights } = await findIn(
      taskFailures,
      `app a  slots 4
       job 0
         stage 0  tasks 4  ms 1 s  fails 1 "java.io.IOException: a"
         stage 1  tasks 4  ms 3 s  fails 1 "java.io.IOException: b"
         stage 2  tasks 4  ms 2 s  fails 1 "java.lang.OutOfMemoryError: Java heap space"`,
    );
    expect(insights.map(({ title, stages, impact }) => [title, stages, impact.upper_ms])).toEqual([
      ['Failed task attempts in 2 stages', ['1.0', '0.0'], 4000],
      ['Failed task attempts in stage 2 (stage at Main.scala:2)', ['2.0'], 2000],
    ]);
  });

  it('names the attempt of a stage that ran again', async () => {
    const { insights } = await find('ms 1 s', 'job 1\n stage 1.1  tasks 1  partitions 2  ms 1 s  fails 1');
    expect(insights[0]?.title).toBe('Failed task attempts in stage 1 attempt 1 (stage at Main.scala:1)');
  });

  it('does not apply without tasks', async () => {
    expect(await find('skipped')).toMatchObject({ kind: 'not applicable', why: 'The log has no tasks.' });
  });
});
