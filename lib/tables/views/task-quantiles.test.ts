import { describe, expect, it } from 'vitest';
import { withRun } from '#lib/testing/open-run.ts';

/** Values at 0, 25, 50, 75, 95 and 100 %. */
async function quantiles(run: string, metric: string): Promise<readonly number[]> {
  const rows = await withRun(run, (query) =>
    query<{ value: number }>(`SELECT value FROM task_quantiles WHERE metric = '${metric}' ORDER BY quantile`),
  );
  return rows.map(({ value }) => value);
}

const run = (stage: string) => `app a  slots 50\njob 0\n stage 0  ${stage}`;

describe('task_quantiles', () => {
  it.each([
    [1, [10, 10, 10, 10, 10, 10]],
    [2, [10, 10, 20, 20, 20, 20]],
    [4, [10, 20, 30, 40, 40, 40]],
    [20, [10, 60, 110, 160, 200, 200]],
  ])('of %i tasks are values that occur, at the History Server’s places', async (tasks, expected) => {
    expect(await quantiles(run(`tasks ${tasks}  read 10..${10 * tasks}`), 'input_bytes')).toEqual(expected);
  });

  it('are those of tasks that succeeded', async () => {
    const failing = run('tasks 4  ms 1, 2, 3, 4  gc 10..40  fails 3x3');
    expect(await quantiles(failing, 'jvm_gc_time')).toEqual([10, 20, 30, 40, 40, 40]);
  });

  it('count all attempts for the times of the driver, at the places of those that succeeded', async () => {
    // Ascending: 1 1 2 2 3 3 4, of which four succeeded.
    expect(await quantiles(run('tasks 4  ms 1, 2, 3, 4  fails 3'), 'duration')).toEqual([1, 1, 2, 2, 2, 2]);
  });

  it('take a duration of 0 ms, which the tasks show as none, for 0', async () => {
    expect(await quantiles(run('tasks 2  ms 0, 8'), 'duration')).toEqual([0, 0, 8, 8, 8, 8]);
  });

  it('add local and remote blocks', async () => {
    const blocks = run('tasks 2  shuffle_local_blocks_fetched 1, 2  shuffle_remote_blocks_fetched 10, 20');
    expect(await quantiles(blocks, 'shuffle_total_blocks_fetched')).toEqual([11, 11, 22, 22, 22, 22]);
  });

  it('are not there where no task succeeded', async () => {
    expect(await quantiles(run('tasks 2  running 2  open'), 'duration')).toEqual([]);
  });
});
