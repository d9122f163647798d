import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestLog, type TestLog } from '#lib/duckdb/testing.ts';
import { EXAMPLE_QUERIES } from './example-queries.ts';

let log: TestLog;
beforeAll(async () => {
  log = await openTestLog('golden/containers/zstd/local-1795247915800.zstd');
});
afterAll(() => log.database.close());

describe('EXAMPLE_QUERIES', () => {
  it.each(EXAMPLE_QUERIES)('$question', async ({ sql }) => {
    const result = await log.database.query(sql);
    expect(result.columns.length).toBeGreaterThan(1);
  });
});
