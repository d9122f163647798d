import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestLog, type TestLog } from '#lib/duckdb/testing.ts';
import { PHASES, taskTimePhases } from './task-time-phases.ts';

let log: TestLog;
beforeAll(async () => {
  log = await openTestLog('golden/containers/zstd/local-1795247915800.zstd');
});
afterAll(() => log.database.close());

async function truth(condition: string): Promise<number> {
  const [row] = await log.query<{ ms: number }>(
    `SELECT coalesce(sum(duration), 0)::BIGINT AS ms FROM tasks WHERE ${condition}`,
  );
  return row?.ms ?? -1;
}

describe('taskTimePhases', () => {
  it('splits the durations of all attempts without rest, in the fixed order', async () => {
    const phases = await taskTimePhases(log.query);
    expect(phases.map(({ phase }) => phase)).toEqual(PHASES);
    expect(phases.reduce((sum, { ms }) => sum + ms, 0)).toBe(await truth('true'));
    for (const { ms } of phases) expect(ms).toBeGreaterThanOrEqual(0);
  });

  it('does so for one stage', async () => {
    const phases = await taskTimePhases(log.query, { stageId: 3, attemptId: 0 });
    expect(phases.reduce((sum, { ms }) => sum + ms, 0)).toBe(await truth('stage_id = 3'));
  });

  it('keeps failed attempts apart, whose parts are not known', async () => {
    await log.database.execute("BEGIN; UPDATE tasks SET status = 'FAILED' WHERE stage_id = 3");
    const phases = await taskTimePhases(log.query);
    await log.database.execute('ROLLBACK');
    expect(phases.at(-1)).toEqual({ phase: 'failed or killed', ms: await truth('stage_id = 3') });
  });

  it('never gives garbage collection more than the time that was run', async () => {
    await log.database.execute('BEGIN; UPDATE tasks SET jvm_gc_time = 10 * executor_run_time');
    const phases = await taskTimePhases(log.query);
    await log.database.execute('ROLLBACK');
    expect(phases.find(({ phase }) => phase === 'other running')?.ms).toBe(0);
    expect(phases.reduce((sum, { ms }) => sum + ms, 0)).toBe(await truth('true'));
  });
});
