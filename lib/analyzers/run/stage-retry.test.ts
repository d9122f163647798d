import { describe, expect, it } from 'vitest';
import { findIn } from '#lib/testing/find-in-run.ts';
import { stageRetry } from './stage-retry.ts';

/** Stage 1 could not fetch an output of stage 0, so both repeat the part that is missing. */
const LOST = `
  job 0  sql 2
    stage 0  tasks 4  ms 1 s
    stage 1  tasks 3  ms 1 s  fetch-failed 1  failed "FetchFailed from host-1"
    stage 0.1  tasks 1  partitions 2  ms 2 s
    stage 1.1  tasks 2  partitions 0 1  ms 3 s`;

describe('stageRetry', () => {
  it('finds the attempts that repeat a stage, and what failed before', async () => {
    const { insights } = await findIn(stageRetry, LOST);
    expect(insights).toMatchObject([
      {
        title: '2 stage attempts were repeats',
        severity: 'high',
        confidence: 'high',
        stages: ['1.1', '0.1'],
        sql_executions: [2],
        impact: { lower_ms: 3000, upper_ms: 5000 },
        evidence: {
          'time of this attempt': 3000,
          'tasks it had to repeat': 2,
          'what failed before it': 'FetchFailed from host-1',
        },
        occurrences: [
          { where: 'stage 1 attempt 1 (stage at Main.scala:1)', impact: { lower_ms: 3000, upper_ms: 3000 } },
          { where: 'stage 0 attempt 1 (stage at Main.scala:0)', impact: { lower_ms: 2000, upper_ms: 2000 } },
        ],
      },
    ]);
  });

  it('says nothing of a failure where a stage ran again without one', async () => {
    // Spark repeats a stage before anybody missed its output when an executor is gone.
    const { insights } = await findIn(
      stageRetry,
      'job 0\n stage 0  tasks 4  ms 1 s\n stage 0.1  tasks 1  partitions 2  ms 2 s\n stage 1',
    );
    expect(insights).toMatchObject([{ title: 'Stage run again: stage 0 attempt 1 (stage at Main.scala:0)' }]);
    expect(insights[0]?.evidence).toEqual({ 'time of this attempt': 2000, 'tasks it had to repeat': 1 });
  });

  it('names the failure that came last before it in its job', async () => {
    const failureBefore = async (text: string) =>
      (await findIn(stageRetry, text)).insights[0]?.evidence['what failed before it'];
    const other = 'stage 70  tasks 1  ms 1 s  fails 1x4  failed "no such path"';
    expect(await failureBefore(`app a  slots 8\n${LOST}\njob 7  with 0\n${other}`)).toBe(
      'FetchFailed from host-1',
    );
    const again = 'stage 2  tasks 1  fetch-failed 1  failed "FetchFailed from host-2"\nstage 2.1  ms 9 s';
    expect(await failureBefore(`${LOST}\n${again}`)).toBe('FetchFailed from host-2');
  });

  it('has no threshold: each repeat is told', async () => {
    const { insights } = await findIn(stageRetry, `${LOST}\njob 1\n stage 2  tasks 4  ms 2000 s`);
    expect(insights).toMatchObject([{ severity: 'info', stages: ['1.1', '0.1'] }]);
  });

  it.each([
    ['tasks that failed and succeeded within one attempt', 'job 0\n stage 0  tasks 4  fails 2x3'],
    ['tasks whose output was lost and made again', 'job 0\n stage 0  tasks 4  resubmitted 2'],
    ['copies of slow tasks', 'job 0\n stage 0  tasks 4  ms 1 s  speculative 2'],
    [
      'output that a later job uses again',
      'job 0\n stage 0  tasks 4\njob 1\n stage 0  tasks 4  skipped\n stage 1',
    ],
  ])('is not %s', async (_, text) => {
    expect(await findIn(stageRetry, text)).toMatchObject({ kind: 'clear', why: 'Every stage ran once.' });
  });

  it('does not apply without tasks', async () => {
    expect((await findIn(stageRetry, 'job 0\n stage 0  skipped')).why).toBe('The log has no tasks.');
  });
});
