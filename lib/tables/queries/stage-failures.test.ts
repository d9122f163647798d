import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestLog, type TestLog } from '#lib/duckdb/testing.ts';
import { stageFailures } from './stage-failures.ts';
import { stageOperators } from './stage-operators.ts';

let log: TestLog;
beforeAll(async () => {
  log = await openTestLog('golden/containers/zstd/local-1795247915800.zstd');
});
afterAll(() => log.database.close());

describe('stageFailures', () => {
  it('is empty for a stage in which nothing failed', async () => {
    expect(await stageFailures(log.query, { stageId: 3, attemptId: 0 })).toEqual([]);
  });

  it('groups attempts by reason and shortens the message to its first line', async () => {
    await log.database.execute(`
INSERT INTO tasks (stage_id, stage_attempt_id, task_id, index, status, duration, executor_id, error_class, error_message, end_reason)
VALUES
  (600, 0, 900, 1, 'FAILED', 10, '1', 'java.io.IOException', 'disk full' || chr(10) || 'at line 2', 'ExceptionFailure'),
  (600, 0, 901, 1, 'FAILED', 20, '2', 'java.io.IOException', 'disk full again', 'ExceptionFailure'),
  (600, 0, 902, 2, 'KILLED', 5, '2', NULL, 'another attempt succeeded', 'TaskKilled'),
  (600, 0, 903, 2, 'SUCCESS', 5, '2', NULL, NULL, 'Success')`);
    expect(await stageFailures(log.query, { stageId: 600, attemptId: 0 })).toEqual([
      {
        status: 'FAILED',
        reason: 'java.io.IOException',
        attempts: 2,
        tasks: 1,
        executors: 2,
        task_ms: 30,
        message: 'disk full',
        full_message: 'disk full\nat line 2',
      },
      {
        status: 'KILLED',
        reason: 'TaskKilled',
        attempts: 1,
        tasks: 1,
        executors: 1,
        task_ms: 5,
        message: 'another attempt succeeded',
        full_message: 'another attempt succeeded',
      },
    ]);
  });
});

describe('stageOperators', () => {
  it('finds the operators of the plan that ran in a stage', async () => {
    const names = (await stageOperators(log.query, { stageId: 3 })).map(({ name }) => name);
    expect(names).toContain('Window');
    expect(names).toContain('Exchange');
  });

  it('says of an exchange that two stages share it', async () => {
    const rows = await stageOperators(log.query, { stageId: 3 });
    expect(rows.find(({ name }) => name === 'Exchange')?.is_shared).toBe(true);
    expect(rows.find(({ name }) => name === 'Window')?.is_shared).toBe(false);
  });
});
