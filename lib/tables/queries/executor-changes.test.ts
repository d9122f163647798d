import { describe, expect, it } from 'vitest';
import { withRun } from '#lib/testing/open-run.ts';
import { executorChanges } from './executor-changes.ts';
import { runCluster } from './run-cluster.ts';

const DEAD = `event {"Event":"SparkListenerExecutorRemoved","Timestamp":1700000001000,"Executor ID":"9","Removed Reason":"killed at once"}`;

const CLUSTER = `
  app a  ends 60 s
  executor 1  cores 4  lost 40 s "Command exited with code 137"
  executor 2  cores 4
  executor 3  cores 8  at 5 s
  executor 4  cores 4  at 40 s
  job 0
    stage 0  tasks 2
  ${DEAD}`;

describe('executorChanges', () => {
  it('tells who came and who went, in order of time, with the reason', async () => {
    expect(await withRun(CLUSTER, executorChanges)).toEqual([
      { at_ms: 0, change: 'added', executor_id: '1', slots: 4, reason: null },
      { at_ms: 0, change: 'added', executor_id: '2', slots: 4, reason: null },
      // It died while it registered: nobody saw it come.
      { at_ms: 1000, change: 'removed', executor_id: '9', slots: 0, reason: 'killed at once' },
      { at_ms: 5000, change: 'added', executor_id: '3', slots: 8, reason: null },
      { at_ms: 40_000, change: 'added', executor_id: '4', slots: 4, reason: null },
      {
        at_ms: 40_000,
        change: 'removed',
        executor_id: '1',
        slots: 4,
        reason: 'Command exited with code 137',
      },
    ]);
  });

  it('leaves out a driver that runs no tasks, and shows one that does', async () => {
    const local = await withRun('app a  slots 2\njob 0\n stage 0', executorChanges);
    expect(local).toEqual([{ at_ms: 0, change: 'added', executor_id: 'driver', slots: 2, reason: null }]);
  });
});

describe('runCluster', () => {
  it('counts executors by their cores, the most frequent size first, and none without cores', async () => {
    expect(await withRun(CLUSTER, runCluster)).toEqual([
      { executors: 3, cores: 4, is_local: false },
      { executors: 1, cores: 8, is_local: false },
    ]);
  });

  it('is the driver in local mode', async () => {
    const local = await withRun('app a  slots 2\njob 0\n stage 0', runCluster);
    expect(local).toEqual([{ executors: 1, cores: 2, is_local: true }]);
  });

  it('knows no cores of executors that were never announced', async () => {
    const lost = 'executor 1\njob 0\n stage 0\nwithout ExecutorAdded\nwithout BlockManagerAdded';
    expect(await withRun(lost, runCluster)).toEqual([]);
  });
});
