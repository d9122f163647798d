import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestLog, type TestLog } from '#lib/duckdb/testing.ts';
import { stageFacts } from './stage-facts.ts';
import { stageList } from './stage-list.ts';

let log: TestLog;
beforeAll(async () => {
  log = await openTestLog('golden/containers/zstd/local-1795247915800.zstd');
});
afterAll(() => log.database.close());

describe('stageList', () => {
  it('lists every stage attempt once, skipped ones without times', async () => {
    const rows = await stageList(log.query);
    const [count] = await log.query<{ n: number }>('SELECT count(*) AS n FROM stages');
    expect(rows).toHaveLength(count?.n ?? -1);
    const skipped = rows.filter(({ status }) => status === 'SKIPPED');
    expect(skipped.length).toBeGreaterThan(0);
    for (const row of skipped) expect(row).toMatchObject({ start_ms: null, stage_ms: null, max_ms: null });
  });

  it('sums and compares the tasks of a stage', async () => {
    const row = (await stageList(log.query)).find(({ stage }) => stage === '3.0');
    const [truth] = await log.query<{ total: number; most: number; half: number }>(
      'SELECT sum(duration)::BIGINT AS total, max(duration) AS most, quantile_disc(duration, 0.5) AS half FROM tasks WHERE stage_id = 3',
    );
    expect(row).toMatchObject({ task_ms: truth?.total, max_ms: truth?.most, median_ms: truth?.half });
    expect(row?.max_to_median).toBeCloseTo((truth?.most ?? 0) / (truth?.half ?? 1), 6);
    expect(row?.gc_share).toBeGreaterThanOrEqual(0);
  });
});

describe('stageFacts', () => {
  it('tells of one stage what its row in the list tells, and more', async () => {
    const facts = await stageFacts(log.query, { stageId: 3, attemptId: 0 });
    const row = (await stageList(log.query)).find(({ stage }) => stage === '3.0');
    expect(facts).toMatchObject({ ...row });
    expect(facts?.executors).toBe(1);
    expect(facts?.parent_stage_ids).toEqual([2]);
  });

  it('is nothing for a stage that is not there', async () => {
    expect(await stageFacts(log.query, { stageId: 99, attemptId: 0 })).toBeUndefined();
  });
});
