import { describe, expect, it } from 'vitest';
import { withRun } from '#lib/testing/open-run.ts';

interface Window {
  readonly from: number;
  readonly to: number;
  readonly window_ms: number;
  readonly run_ms: number;
  readonly slots: number;
  readonly slot_ms_offered: number;
  readonly slot_ms_used: number;
  readonly is_streaming: boolean;
}

/** The row, its times in ms since the start of the application. */
async function windowOf(run: string): Promise<Window> {
  const rows = await withRun(run, (query) =>
    query<Window>(
      'SELECT window_start - app_start AS "from", window_end - app_start AS "to", * FROM run_window',
    ),
  );
  expect(rows).toHaveLength(1);
  return rows[0]!;
}

const TWO_JOBS = `
  app a  slots 2  ends 10 s
  job 0
    stage 0  tasks 2  ms 500
  gap 3 s
  job 1
    stage 1  tasks 1  ms 490`;

describe('run_window', () => {
  it('goes from the start of the first job to the end of the last, pauses between them included', async () => {
    expect(await windowOf(TWO_JOBS)).toMatchObject({ from: 1000, to: 5000, window_ms: 4000, run_ms: 10_000 });
  });

  it('goes to the end of the log while a job is open', async () => {
    expect(await windowOf(TWO_JOBS.replace('job 1', 'job 1  open'))).toMatchObject({
      from: 1000,
      to: 10_000,
    });
    const cut = `${TWO_JOBS}\n without ApplicationEnd\n without JobEnd`;
    expect(await windowOf(cut)).toMatchObject({ from: 1000, to: 5000, run_ms: 5000 });
  });

  it('is the whole run where there is no job', async () => {
    expect(await windowOf('app a  slots 2  ends 10 s')).toMatchObject({
      from: 0,
      to: 10_000,
      slot_ms_used: 0,
    });
  });

  it('offers the slots of its executors in the time in which they are there', async () => {
    // Job 0 runs from 1 s to 11 s. Executor 2 comes at 5 s, executor 1 goes at 9 s.
    const { slots, slot_ms_offered } = await windowOf(`
      executor 1  cores 2  lost 9 s
      executor 2  cores 4  at 5 s
      job 0
        stage 0  tasks 1  ms 6 s  on 2`);
    expect([slots, slot_ms_offered]).toEqual([6, 2 * 8000 + 4 * 6000]);
  });

  it('does not count an executor and the one that replaced it both', async () => {
    const run =
      'executor 1  cores 4  lost 3 s\nexecutor 2  cores 4  at 3 s\njob 0\n stage 0  tasks 4  ms 1500';
    expect((await windowOf(run)).slots).toBe(4);
  });

  it('counts task slots, not cores', async () => {
    const run = 'conf spark.task.cpus 2\nexecutor 1  cores 8\njob 0\n stage 0  tasks 1  ms 100';
    expect(await windowOf(run)).toMatchObject({ slots: 4, slot_ms_offered: 400 });
  });

  it('is used by every attempt, the failed ones too, and by running tasks until its end', async () => {
    expect((await windowOf(TWO_JOBS.replace('ms 500', 'ms 500  fails 1'))).slot_ms_used).toBe(3 * 500 + 490);
    const running = TWO_JOBS.replace('job 1', 'job 1  open').replace('tasks 1', 'tasks 1  running 1  open');
    expect((await windowOf(running)).slot_ms_used).toBe(2 * 500 + (10_000 - 4510));
  });

  it('knows a stream by its batches', async () => {
    expect((await windowOf(`${TWO_JOBS}\n batch 0  rows 5`)).is_streaming).toBe(true);
    expect((await windowOf(TWO_JOBS)).is_streaming).toBe(false);
  });
});
