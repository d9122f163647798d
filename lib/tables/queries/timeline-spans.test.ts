import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestLog, type TestLog } from '#lib/duckdb/testing.ts';
import { executorChanges } from './executor-changes.ts';
import { ledgerList } from './ledger-list.ts';
import { runCluster } from './run-cluster.ts';
import { settingList } from './setting-list.ts';
import { timelineSpans } from './timeline-spans.ts';

let log: TestLog;
beforeAll(async () => {
  log = await openTestLog('golden/containers/zstd-inprogress/local-1795250286156.zstd.inprogress');
});
afterAll(() => log.database.close());

describe('timelineSpans', () => {
  it('has every job, every stage attempt that ran and every gap, inside of the run', async () => {
    const spans = await timelineSpans(log.query);
    const [truth] = await log.query<{ jobs: number; stages: number; gaps: number; run_ms: number }>(
      'SELECT (SELECT count(*) FROM jobs) AS jobs, (SELECT count(*) FROM stage_runs) AS stages, (SELECT count(*) FROM job_gaps) AS gaps, run_ms FROM run_window',
    );
    const count = (kind: string) => spans.filter((span) => span.kind === kind).length;
    expect([count('job'), count('stage'), count('gap')]).toEqual([truth?.jobs, truth?.stages, truth?.gaps]);
    for (const { start_ms, end_ms } of spans) {
      expect(start_ms).toBeGreaterThanOrEqual(0);
      expect(end_ms).toBeGreaterThanOrEqual(start_ms);
      expect(end_ms).toBeLessThanOrEqual(truth?.run_ms ?? 0);
    }
  });

  it('lets a job without an end last until the end of the log', async () => {
    const spans = await timelineSpans(log.query);
    const [run] = await log.query<{ run_ms: number }>('SELECT run_ms FROM run_window');
    const running = spans.filter(({ kind, status }) => kind === 'job' && status === 'RUNNING');
    expect(running.map(({ end_ms }) => end_ms)).toEqual([run?.run_ms]);
  });
});

describe('executorChanges and runCluster', () => {
  it('tell of the driver in local mode', async () => {
    expect(await executorChanges(log.query)).toMatchObject([
      { change: 'added', executor_id: 'driver', slots: 2 },
    ]);
    expect(await runCluster(log.query)).toEqual([{ executors: 1, cores: 2, is_local: true }]);
  });
});

describe('settingList', () => {
  it('starts with the settings of Spark and keeps secrets redacted', async () => {
    const rows = await settingList(log.query);
    expect(rows[0]?.source).toBe('spark');
    expect(rows.some(({ name }) => name === 'spark.app.name')).toBe(true);
  });
});

describe('ledgerList', () => {
  it('says where each fact is', async () => {
    const rows = await ledgerList(log.query);
    expect(rows.map(({ fact, place }) => [fact, place])).toEqual([
      ['application-end-missing', null],
      ['job-ends-missing', 'job 3'],
    ]);
  });
});
