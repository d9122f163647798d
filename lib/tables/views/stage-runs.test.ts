import { describe, expect, it } from 'vitest';
import { withRun } from '#lib/testing/open-run.ts';
import type { Row } from '#lib/testing/read-run.ts';

/** Rows with times in ms since the first job started. */
function stageRuns(run: string): Promise<readonly Row[]> {
  return withRun(run, (query) =>
    query<Row>(`
SELECT * REPLACE (start_time - first_job AS start_time, end_time - first_job AS end_time)
FROM stage_runs, (SELECT min(submission_time) AS first_job FROM jobs)
ORDER BY stage_id, attempt_id`),
  );
}

describe('stage_runs', () => {
  it('has the spread of the successful tasks: values that occur, the lower one in the middle', async () => {
    const [stage] = await stageRuns(
      'app a  slots 9\njob 0  sql 1\n stage 0  tasks 4  ms 10, 20, 30, 400  read 1, 2, 3, 40  records 5..8',
    );
    expect(stage).toMatchObject({
      stage: '0.0',
      status: 'COMPLETE',
      sql_execution_id: 1,
      tasks_ok: 4,
      executors: 1,
      start_time: 0,
      end_time: 400,
      stage_ms: 400,
      task_ms: 460,
      median_ms: 20,
      p75_ms: 30,
      p95_ms: 400,
      max_ms: 400,
      slowest_task: 3,
      median_records: 6,
      slowest_records: 8,
      median_bytes: 2,
      slowest_bytes: 40,
      records: 26,
      bytes: 46,
    });
  });

  it('leaves failed and killed attempts out of it', async () => {
    const [stage] = await stageRuns(
      'app a  slots 9\njob 0\n stage 0  tasks 4  ms 10, 20, 30, 400  fails 2  kills 1',
    );
    expect(stage).toMatchObject({ num_tasks: 4, tasks_ok: 3, max_ms: 30, task_ms: 60 });
  });

  it('adds read bytes and records of storage and shuffles', async () => {
    const [stage] = await stageRuns(
      'job 0\n stage 0  tasks 1  read 1  shuffle-read 2  remote-read 4  records 8  shuffle-records 16',
    );
    expect(stage).toMatchObject({ bytes: 7, records: 24 });
  });

  it('has what ran: no skipped stage, no pending one; every attempt of a retried one', async () => {
    const rows = await stageRuns(`
      job 0
        stage 0  tasks 2  fetch-failed 1  failed "FetchFailed"
        stage 0.1  tasks 1  partitions 0
        stage 1  skipped
      job 1  open
        stage 2  tasks 2  running 1  open
        stage 3  skipped`);
    expect(rows.map(({ stage, status }) => `${stage} ${status}`)).toEqual([
      '0.0 FAILED',
      '0.1 COMPLETE',
      '2.0 ACTIVE',
    ]);
  });

  it('takes times from the tasks where the stage’s own are missing', async () => {
    const [open] = await stageRuns('job 0\n stage 0  tasks 2  ms 10, 90\nwithout StageCompleted');
    expect(open).toMatchObject({ start_time: 0, end_time: 90, stage_ms: 90 });
    const [lost] = await stageRuns(
      'job 0\n stage 0  tasks 2  ms 10, 90\nwithout StageCompleted\nwithout StageSubmitted',
    );
    expect(lost).toMatchObject({ start_time: 0, end_time: 90, tasks_ok: 2 });
  });

  it('has no spread where no task succeeded', async () => {
    const [stage] = await stageRuns('job 0\n stage 0  tasks 2  fails 2x4  failed "gave up"');
    expect(stage).toMatchObject({ tasks_ok: null, median_ms: null, slow_tasks: 0, tail_ms: 0 });
  });
});

describe('the tail of a stage', () => {
  const tail = async (tasks: string) => {
    const [stage] = await stageRuns(`app a  slots 20\njob 0\n stage 0  ${tasks}`);
    return [stage?.slow_tasks, stage?.tail_tasks, stage?.tail_ms];
  };

  it.each([
    ['is where only slow tasks run', 'tasks 10  ms 100, 2x900', [2, 2, 800]],
    ['is not there where tasks differ by a factor of three at most', 'tasks 10  ms 100, 2x300', [0, 0, 0]],
    ['begins just above it', 'tasks 10  ms 100, 2x301', [2, 2, 201]],
    ['is not there where a quarter of the tasks is slow', 'tasks 8  ms 100, 3x900', [0, 0, 0]],
  ])('%s', async (_, tasks, expected) => expect(await tail(tasks)).toEqual(expected));

  it('has no slow task that ended while others ran', async () => {
    // One slot for the slow task, one for all others, one after the other.
    const stage =
      'app a  slots 2\njob 0\n stage 0  tasks 12  ms 900, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100';
    const [row] = await stageRuns(stage);
    expect(row).toMatchObject({ slow_tasks: 1, tail_tasks: 0, tail_ms: 0 });
  });
});
