import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestLog, type TestLog } from '#lib/duckdb/testing.ts';
import { taskChoices } from './task-choices.ts';
import { START_MS, type TaskWindow, taskCount, taskWindow } from './task-window.ts';

let log: TestLog;
beforeAll(async () => {
  log = await openTestLog('golden/containers/zstd/local-1795247915800.zstd');
});
afterAll(() => log.database.close());

const all: TaskWindow = {
  filter: {},
  order: { column: 'duration', direction: 'descending' },
  columns: ['duration', START_MS],
  offset: 0,
  limit: 100,
};

describe('taskWindow', () => {
  it('gives the places of the sorted list that were asked for', async () => {
    const whole = await taskWindow(log.query, all);
    expect(whole).toHaveLength(await taskCount(log.query, {}));
    const durations = whole.map(({ duration }) => Number(duration));
    expect(durations).toEqual([...durations].sort((a, b) => b - a));
    const part = await taskWindow(log.query, { ...all, offset: 4, limit: 3 });
    expect(part).toEqual(whole.slice(4, 7));
  });

  it('counts time from the start of the application', async () => {
    const [first] = await taskWindow(log.query, {
      ...all,
      order: { column: START_MS, direction: 'ascending' },
    });
    const [truth] = await log.query<{ ms: number }>(
      'SELECT min(launch_time) - any_value(app_start) AS ms FROM tasks, run_window',
    );
    expect(first?.[START_MS]).toBe(truth?.ms);
  });

  it('filters by stage, executor and status, whatever is in their names', async () => {
    const stage = { stageId: 3, attemptId: 0 };
    const rows = await taskWindow(log.query, { ...all, filter: { stage }, columns: ['stage_id', 'status'] });
    expect(rows).toHaveLength(await taskCount(log.query, { stage }));
    expect(new Set(rows.map(({ stage_id }) => stage_id))).toEqual(new Set([3]));
    expect(await taskCount(log.query, { executorId: "o'brien" })).toBe(0);
    expect(await taskCount(log.query, { status: 'FAILED' })).toBe(0);
  });
});

describe('taskChoices', () => {
  it('lists what tasks can be filtered by, with how many tasks each has', async () => {
    const rows = await taskChoices(log.query);
    const total = await taskCount(log.query, {});
    for (const kind of ['stage', 'executor', 'status'] as const) {
      const ofKind = rows.filter((row) => row.kind === kind);
      expect(ofKind.length, kind).toBeGreaterThan(0);
      expect(
        ofKind.reduce((sum, { tasks }) => sum + tasks, 0),
        kind,
      ).toBe(total);
    }
  });
});
