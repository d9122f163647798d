import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestLog, type TestLog } from '#lib/duckdb/testing.ts';
import { type CoreUseRow, coreUse } from './core-use.ts';

let log: TestLog;
beforeAll(async () => {
  log = await openTestLog('golden/containers/zstd/local-1795247915800.zstd');
});
afterAll(() => log.database.close());

const busyMs = (rows: readonly CoreUseRow[]) =>
  rows.reduce((sum, { from_ms, to_ms, busy }) => sum + busy * (to_ms - from_ms), 0);

describe('coreUse', () => {
  it.each([1, 7, 400])('accounts for all task time in %i bins', async (bins) => {
    const rows = await coreUse(log.query, { bins });
    const [truth] = await log.query<{ ms: number }>(
      'SELECT sum(finish_time - launch_time)::BIGINT AS ms FROM tasks',
    );
    expect(busyMs(rows)).toBeCloseTo(truth?.ms ?? 0, 3);
    expect(rows.length).toBeLessThanOrEqual(bins);
  });

  it('covers the run from its start to its end without a hole', async () => {
    const rows = await coreUse(log.query, { bins: 50 });
    const [run] = await log.query<{ run_ms: number }>('SELECT run_ms FROM run_window');
    expect(rows[0]?.from_ms).toBe(0);
    expect(rows.at(-1)?.to_ms).toBe(run?.run_ms);
    for (const [i, row] of rows.entries()) if (i > 0) expect(row.from_ms).toBe(rows[i - 1]?.to_ms);
  });

  it('counts in a range what a count task by task gives', async () => {
    const range = { fromMs: 1500, toMs: 4200 };
    const rows = await coreUse(log.query, { bins: 9, range });
    for (const { from_ms, to_ms, busy } of rows) {
      const [truth] = await log.query<{ ms: number }>(`
SELECT coalesce(sum(greatest(least(finish_time - app_start, ${to_ms}) - greatest(launch_time - app_start, ${from_ms}), 0)), 0)::BIGINT AS ms
FROM tasks, run_window`);
      expect(busy * (to_ms - from_ms), `${from_ms}`).toBeCloseTo(truth?.ms ?? -1, 3);
    }
    expect(rows[0]?.from_ms).toBe(1500);
    expect(rows.at(-1)?.to_ms).toBe(4200);
  });

  it('does not know the slots of executors that the log never announced', async () => {
    await log.database.execute('BEGIN; UPDATE executors SET max_tasks = NULL');
    const rows = await coreUse(log.query, { bins: 3 });
    await log.database.execute('ROLLBACK');
    expect(rows.map(({ offered }) => offered)).toEqual([null, null, null]);
  });

  it('takes a running task to last until the end of the log', async () => {
    await log.database.execute('BEGIN; UPDATE tasks SET finish_time = NULL WHERE task_id = 0');
    const rows = await coreUse(log.query, { bins: 5 });
    await log.database.execute('ROLLBACK');
    expect(rows.at(-1)?.busy).toBeGreaterThanOrEqual(1);
  });
});
