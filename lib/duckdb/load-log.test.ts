import { describe, expect, it } from 'vitest';
import { UserError } from '#lib/base/assert.ts';
import { TABLES } from '#lib/tables/schema/tables.ts';
import { VIEWS } from '#lib/tables/views/views.ts';
import { logOfFiles } from '#lib/testing/log-of-files.ts';
import { runText } from '#lib/testing/run-text.ts';
import { type Database, insertBatch } from './engine.ts';
import { loadLog } from './load-log.ts';
import { openNodeDatabase } from './node-database.ts';

const log = (tasks = 5) => logOfFiles({ log: runText(`job 0\n stage 0  tasks ${tasks}`) }, 64 << 10);

async function using<T>(use: (database: Database) => Promise<T>): Promise<T> {
  const database = await openNodeDatabase();
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

describe('loadLog', () => {
  it('makes every table and view, also those that stay empty', () =>
    using(async (database) => {
      expect(await loadLog(database, log())).toMatchObject({ files: 1, unreadableLines: 0 });
      for (const { name } of [...TABLES, ...VIEWS]) await database.query(`SELECT * FROM "${name}" LIMIT 1`);
      const { rows } = await database.query('SELECT count(*) AS n FROM tasks');
      expect(rows).toEqual([{ n: 5 }]);
    }));

  it('has every row of many batches', () =>
    using(async (database) => {
      await loadLog(database, log(5000));
      const sql = 'SELECT count(*) AS n, count(DISTINCT task_id) AS ids, sum(duration) AS ms FROM tasks';
      expect((await database.query(sql)).rows).toEqual([{ n: 5000, ids: 5000, ms: 50_000 }]);
    }));

  it('begins to read while the database is still starting', () =>
    using(async (database) => {
      let start = (_: Database): void => undefined;
      const starting = new Promise<Database>((resolve) => {
        start = resolve;
      });
      let events = 0;
      const loading = loadLog(starting, log(), { onProgress: (progress) => (events = progress.events) });
      await expect.poll(() => events).toBeGreaterThan(0);
      start(database);
      await loading;
      expect((await database.query('SELECT count(*) AS n FROM tasks')).rows).toEqual([{ n: 5 }]);
    }));

  it('fails with the reason why the database did not start, once', async () => {
    const starting = Promise.reject(new UserError('The SQL engine did not start.'));
    await expect(loadLog(starting, log(5000))).rejects.toThrow('did not start');
  });

  it('stops when it is told to', () =>
    using(async (database) => {
      const loading = loadLog(database, log(), { signal: AbortSignal.abort() });
      await expect(loading).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    }));
});

describe('insertBatch', () => {
  it('knows no other tables', () =>
    using(async (database) => {
      const batch = { table: 'other', length: 1, columns: {} };
      await expect(insertBatch(database, batch)).rejects.toThrow('no table other');
    }));
});
