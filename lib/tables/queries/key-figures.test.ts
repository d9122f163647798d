import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestLog, type TestLog } from '#lib/duckdb/testing.ts';
import { withRun } from '#lib/testing/open-run.ts';
import { KEY_FIGURES, keyFigures } from './key-figures.ts';

let log: TestLog;
beforeAll(async () => {
  log = await openTestLog('golden/containers/zstd/local-1795247915800.zstd');
});
afterAll(() => log.database.close());

describe('keyFigures', () => {
  it('gives each figure the value that its own SQL returns', async () => {
    const figures = await keyFigures(log.query);
    expect(figures.map(({ id }) => id)).toEqual(KEY_FIGURES.map(({ id }) => id));
    for (const { id, sql, value } of figures) {
      const [row] = await log.query(sql);
      expect(value, id).toBe(Object.values(row ?? {})[0]);
    }
  });

  it('knows what the log tells', async () => {
    const values = Object.fromEntries((await keyFigures(log.query)).map(({ id, value }) => [id, value]));
    const [tasks] = await log.query<{ total: number }>('SELECT sum(duration)::BIGINT AS total FROM tasks');
    expect(values['task-time']).toBe(tasks?.total);
    expect(values['slot-use']).toBeGreaterThan(0);
    expect(values['slot-use']).toBeLessThanOrEqual(1);
    expect(values.failed).toBe(0);
  });

  it('knows no time between jobs where there was no job', async () => {
    await withRun('app driver-only', async (query) => {
      const values = Object.fromEntries((await keyFigures(query)).map(({ id, value }) => [id, value]));
      expect(values).toMatchObject({ 'in-jobs': null, 'no-job': null, 'task-time': null, failed: 0 });
    });
  });

  it('leaves out what it cannot know instead of saying 0', async () => {
    await log.database.execute('BEGIN; UPDATE run_window SET slot_ms_offered = 0');
    const figures = await keyFigures(log.query);
    await log.database.execute('ROLLBACK');
    expect(figures.find(({ id }) => id === 'slot-use')?.value).toBeNull();
  });
});
