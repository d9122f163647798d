import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestLog, type TestLog } from '#lib/duckdb/testing.ts';
import { stageHistogram } from './stage-histogram.ts';
import { LARGEST_TASKS, SINGLE_TASKS, stageSkyline } from './stage-skyline.ts';
import { stageSpread } from './stage-spread.ts';

const small = { stageId: 3, attemptId: 0, measure: 'time' } as const;
const large = { stageId: 500, attemptId: 0, measure: 'time' } as const;
const alone = { stageId: 501, attemptId: 0, measure: 'time' } as const;

let log: TestLog;
beforeAll(async () => {
  log = await openTestLog('golden/containers/zstd/local-1795247915800.zstd');
  // 1,000 tasks of 1 to 1,000 ms and one of an hour; and a stage of one task.
  await log.database.execute(`
INSERT INTO tasks (stage_id, stage_attempt_id, task_id, index, status, duration, executor_id)
SELECT 500, 0, 100000 + range, range, 'SUCCESS', range + 1, '1' FROM range(1000)
UNION ALL SELECT 500, 0, 200000, 1000, 'SUCCESS', 3600000, '2'
UNION ALL SELECT 500, 0, 200001, 1001, 'FAILED', 9999999, '2'
UNION ALL SELECT 501, 0, 200002, 0, 'SUCCESS', 42, '1'`);
});
afterAll(() => log.database.close());

describe('stageSkyline', () => {
  it('gives every task of a small stage a bar, the largest first', async () => {
    const rows = await stageSkyline(log.query, small);
    const truth = await log.query<{ duration: number }>(
      "SELECT duration FROM tasks WHERE stage_id = 3 AND status = 'SUCCESS' ORDER BY duration DESC",
    );
    expect(rows.map(({ high }) => high)).toEqual(truth.map(({ duration }) => duration));
    expect(rows.every(({ part, tasks }) => part === 'task' && tasks === 1)).toBe(true);
  });

  it('shows the largest tasks of a large stage one by one and the rest in bands', async () => {
    const rows = await stageSkyline(log.query, large);
    expect(rows.slice(0, LARGEST_TASKS).every(({ part }) => part === 'task')).toBe(true);
    expect(rows.slice(LARGEST_TASKS).map(({ part }) => part)).toEqual([
      'p95 to largest',
      'p75 to p95',
      'p50 to p75',
      'p25 to p50',
      'p5 to p25',
      'smallest to p5',
    ]);
    expect(rows.reduce((sum, { tasks }) => sum + tasks, 0)).toBe(1001);
    expect(rows[0]).toMatchObject({ high: 3_600_000, task_id: 200_000, executor_id: '2' });
    expect(rows.at(-1)?.low).toBe(1);
    expect(SINGLE_TASKS).toBeLessThan(1001);
  });
});

describe('stageSpread', () => {
  it('gives quantiles that occur, of successful tasks only', async () => {
    expect(await stageSpread(log.query, large)).toMatchObject({
      tasks: 1001,
      min: 1,
      p25: 251,
      median: 501,
      p75: 751,
      max: 3_600_000,
    });
  });

  it('has no values where there are no tasks', async () => {
    const none = await stageSpread(log.query, { ...small, stageId: 999 });
    expect(none).toMatchObject({ tasks: 0, median: null, max: null });
  });
});

describe('stageHistogram', () => {
  it.each([false, true])('puts every task into one bin (logarithmic: %s)', async (logarithmic) => {
    const rows = await stageHistogram(log.query, { ...large, logarithmic });
    expect(rows).toHaveLength(40);
    expect(rows.reduce((sum, { tasks }) => sum + tasks, 0)).toBe(1001);
    expect(rows[0]?.low).toBeCloseTo(1, 6);
    expect(rows.at(-1)?.high).toBeCloseTo(3_600_000, 0);
    expect(rows.at(-1)?.tasks).toBe(1);
  });

  it('is one bin when all values are the same, and none without tasks', async () => {
    const one = await stageHistogram(log.query, { ...alone, logarithmic: false });
    expect(one.map(({ tasks }) => tasks)).toEqual([1]);
    expect(await stageHistogram(log.query, { ...alone, stageId: 999, logarithmic: false })).toEqual([]);
  });
});
