import { type IngestOptions, type IngestStats, ingest, type LogToRead } from '#lib/eventlog/ingest.ts';
import { createViewSql } from '#lib/tables/views/view.ts';
import { VIEWS } from '#lib/tables/views/views.ts';
import { createTables, type Database, insertBatch, LOCKING_STATEMENTS } from './engine.ts';

/**
 * Reads a log into a fresh database: tables, rows, views; then locks the database's configuration, so that SQL of
 * people can neither reach files nor the network. The database may still be starting: reading begins at once, and
 * the first rows wait for it.
 */
export async function loadLog(
  starting: Database | Promise<Database>,
  log: LogToRead,
  options: Omit<IngestOptions, 'onBatch'> = {},
): Promise<IngestStats> {
  const ready = Promise.resolve(starting).then(async (database) => {
    await createTables(database);
    return database;
  });
  // Heard where it is waited for, which may be long after it failed.
  ready.catch(() => undefined);
  const stats = await ingest(log, {
    ...options,
    onBatch: async (batch) => insertBatch(await ready, batch),
  });
  const database = await ready;
  for (const view of VIEWS) await database.execute(createViewSql(view));
  for (const statement of LOCKING_STATEMENTS) await database.execute(statement);
  return stats;
}
