import { describe, expect, it } from 'vitest';
import { findIn } from '#lib/testing/find-in-run.ts';
import { jobFailed } from './job-failed.ts';

describe('jobFailed', () => {
  it('tells what Spark reported, however short the job was', async () => {
    const { insights } = await findIn(
      jobFailed,
      `app a  slots 1
       job 0  sql 1
         stage 0  tasks 2  ms 5  fails 1x4 "java.io.IOException: disk"  failed "Task 0 failed 4 times"
       job 1
         stage 1  tasks 1  ms 500 s`,
    );
    expect(insights).toMatchObject([
      {
        title: 'Job 0 (stage at Main.scala:0) failed',
        severity: 'high',
        confidence: 'high',
        stages: ['0.0'],
        sql_executions: [1],
        // Four attempts of one task and one of the other, 5 ms each.
        impact: { lower_ms: 25, upper_ms: 25 },
        evidence: {
          'what Spark reported': 'Job aborted due to stage failure: Task 0 failed 4 times',
          'duration of the job': 25,
        },
      },
    ]);
  });

  it.each([
    ['Job 0 cancelled part of cancelled job group etl', 'clear'],
    ['[SPARK_JOB_CANCELLED] Job 0 cancelled because SparkContext was shut down', 'clear'],
    ['Job aborted due to stage failure: the order was cancelled by its user', 'found'],
    ['org.apache.hadoop.mapred.FileAlreadyExistsException', 'found'],
  ])('judges a job that ended with "%s"', async (message, kind) => {
    expect((await findIn(jobFailed, `job 0  failed "${message}"\n stage 0  tasks 2`)).kind).toBe(kind);
  });

  it.each([
    ['has no end in the log', 'job 0  open\n stage 0  tasks 2  running 1  open'],
    [
      'succeeded after a stage was repeated',
      'job 0\n stage 0  tasks 2  fetch-failed 1  failed "FetchFailed"\n stage 0.1  tasks 1',
    ],
    ['succeeded after tasks failed', 'job 0\n stage 0  tasks 2  fails 2x3'],
    ['took no time', 'job 0\n stage 0  skipped'],
  ])('is no job that %s', async (_, text) => {
    expect(await findIn(jobFailed, text)).toMatchObject({
      kind: 'clear',
      why: 'No job failed; cancelled jobs are not counted.',
    });
  });

  it('finds a job that failed before it had a task', async () => {
    const { insights } = await findIn(jobFailed, 'job 0  failed "no such table"\n stage 0  skipped');
    expect(insights).toMatchObject([
      { severity: 'high', stages: [], evidence: { 'what Spark reported': 'no such table' } },
    ]);
  });

  it('puts failures of one line of code together, the longest first, and others apart', async () => {
    const { insights } = await findIn(
      jobFailed,
      `job 0  failed "a"
         stage 0  ms 1 s  name "save at etl.py:3"
       job 1  failed "b"
         stage 1  ms 2 s  name "save at etl.py:3"
       job 2  failed "c"
         stage 2  ms 500  name "count at etl.py:9"`,
    );
    expect(insights.map(({ title, evidence }) => [title, evidence['what Spark reported']])).toEqual([
      ['2 jobs failed', 'b'],
      ['Job 2 (count at etl.py:9) failed', 'c'],
    ]);
  });

  it('does not apply to a run without jobs', async () => {
    expect(await findIn(jobFailed, 'app a  ends 60 s')).toMatchObject({
      kind: 'not applicable',
      why: 'The log has no job.',
    });
  });
});
