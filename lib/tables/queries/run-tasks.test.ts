import { expect, it } from 'vitest';
import { openRun } from '#lib/testing/open-run.ts';
import { runTasks } from './run-tasks.ts';

it('gives what the successful tasks of each stage took, in the job that ran it', async () => {
  const run = await openRun(`app run  slots 2
job 0
  stage 0  tasks 3  ms 100, 200, 300
  stage 1  tasks 1  ms 50  parents 0
job 1
  stage 0  tasks 3  skipped
  stage 2  tasks 2  ms 70  fails 1x1 "java.lang.X: once"  parents none`);
  const rows = await runTasks(run.query);
  await run.close();
  expect(
    rows.map(({ job_id, stage_id, parent_stage_ids, durations }) => [
      job_id,
      stage_id,
      [...parent_stage_ids],
      [...durations],
    ]),
  ).toEqual([
    [0, 0, [], [100, 200, 300]],
    [0, 1, [0], [50]],
    [1, 2, [], [70, 70]],
  ]);
  for (const { job_start, job_end } of rows) expect(job_end).toBeGreaterThan(job_start);
});
