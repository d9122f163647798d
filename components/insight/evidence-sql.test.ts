import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DETECTORS } from '#lib/analyzers/run/registry.ts';
import { runDetectors } from '#lib/analyzers/run/run-detectors.ts';
import { openTestLog, type TestLog } from '#lib/duckdb/testing.ts';
import { evidenceSql } from './evidence-sql.ts';

let log: TestLog;
beforeAll(async () => {
  log = await openTestLog('golden/containers/zstd/local-1795247915800.zstd');
});
afterAll(() => log.database.close());

describe('evidenceSql', () => {
  it('returns every number that the card shows', async () => {
    const { insights } = await runDetectors(DETECTORS, log.query);
    expect(insights.length).toBeGreaterThan(0);
    for (const insight of insights) {
      const rows = await log.query<{ metric: string; value: string; unit: string }>(evidenceSql(insight));
      expect(rows.map(({ metric }) => metric)).toEqual(insight.evidence.map(({ metric }) => metric));
      expect(rows.map(({ value }) => value)).toEqual(
        insight.evidence.map(({ value }) => (value === null ? null : String(value))),
      );
    }
  });
});
