import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestLog, type TestLog } from '#lib/duckdb/testing.ts';
import { VIEWS } from '#lib/tables/views/views.ts';
import { viewColumns } from './view-columns.ts';

interface Described {
  readonly name: string;
  readonly type: string;
}

let log: TestLog;
beforeAll(async () => {
  log = await openTestLog('public/samples/healthy-etl.zstd');
});
afterAll(() => log.database.close());

describe('the described columns', () => {
  it.each(VIEWS.map(({ name }) => name))('of %s are those of the view, with their types', async (view) => {
    const real = await log.query<Described>(
      `SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_name = '${view}' ORDER BY ordinal_position`,
    );
    const described = Object.entries(viewColumns[view] ?? {}).map(([name, { type }]) => ({ name, type }));
    expect(described).toEqual(real);
  });

  it('are of no view that does not exist', () => {
    expect(Object.keys(viewColumns).sort()).toEqual(VIEWS.map(({ name }) => name).sort());
  });
});
