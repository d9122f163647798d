import { describe, expect, it } from 'vitest';
import { type Row, readRun } from '#lib/testing/read-run.ts';

const START = 1_700_000_001_000;

async function execution(run: string, id = 1): Promise<Row> {
  return (await readRun(run)).row('sql_executions', { execution_id: id });
}

/** Plans as "initial 0: Scan", the last one with a star. */
async function plans(run: string): Promise<readonly string[]> {
  const byPlan = new Map<string, unknown[]>();
  for (const { plan, plan_version, is_last, name } of (await readRun(run)).rows('plan_nodes')) {
    const key = `${plan} ${plan_version}${is_last ? '*' : ''}`;
    byPlan.set(key, [...(byPlan.get(key) ?? []), name]);
  }
  return [...byPlan].map(([plan, names]) => `${plan}: ${names.join(' ')}`);
}

describe('a SQL execution', () => {
  it('has the times of its events and the jobs that ran for it', async () => {
    const run = `
      job 0  sql 1  "daily totals"
        stage 0  tasks 2  ms 100
      job 1  sql 1
        stage 1  tasks 2  ms 40
      job 2
        stage 2  tasks 2`;
    expect(await execution(run)).toMatchObject({
      root_execution_id: 1,
      status: 'COMPLETED',
      description: 'daily totals',
      submission_time: START,
      completion_time: START + 151,
      duration: 151,
      success_job_ids: [0, 1],
      running_job_ids: [],
      failed_job_ids: [],
      error_message: null,
    });
  });

  const failed = 'job 0  sql 1  failed "disk full"\n stage 0';
  it.each([
    ['is COMPLETED when its end has no error', 'job 0  sql 1\n stage 0', 'COMPLETED'],
    ['FAILED with the message of its end', failed, 'FAILED disk full'],
    [
      'FAILED by its jobs where the end does not tell (before Spark 3.4)',
      `app a  spark 3.2.1\n${failed}`,
      'FAILED',
    ],
    [
      'COMPLETED by its jobs where the end does not tell',
      'app a  spark 3.2.1\njob 0  sql 1\n stage 0',
      'COMPLETED',
    ],
    [
      'FAILED though no job failed, e.g. in analysis',
      'sql 1  ms 9  error "no such table"',
      'FAILED no such table',
    ],
    ['RUNNING while its end is missing', 'job 0  sql 1\n stage 0\nwithout SQLExecutionEnd', 'RUNNING'],
  ])('%s', async (_, run, shown) => {
    const { status, error_message } = await execution(run);
    expect([status, error_message].filter((part) => part !== null).join(' ')).toBe(shown);
  });

  it('without an end has no duration; without a start it has its jobs', async () => {
    expect(await execution('job 0  sql 1\n stage 0\nwithout SQLExecutionEnd')).toMatchObject({
      completion_time: null,
      duration: null,
    });
    expect(await execution('job 0  sql 1\n stage 0\nwithout SQLExecutionStart')).toMatchObject({
      submission_time: null,
      duration: null,
      success_job_ids: [0],
    });
  });

  it('can be part of another one, and have tags, a query id and a plan of any length', async () => {
    const start = {
      Event: 'org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart',
      executionId: 5,
      rootExecutionId: 1,
      description: 'nested',
      details: 'org.example.Main',
      physicalPlanDescription: 'x'.repeat(300_000),
      time: START,
      jobTags: ['etl', 7, 'nightly'],
      queryId: 'q-1',
    };
    const row = await execution(`job 0  sql 1\n stage 0\nevent ${JSON.stringify(start)}`, 5);
    expect(row).toMatchObject({ root_execution_id: 1, call_site: 'org.example.Main', query_id: 'q-1' });
    expect(row.job_tags).toEqual(['etl', 'nightly']);
    expect(row.plan_description).toHaveLength(200_000);
  });
});

describe('the plans of an execution', () => {
  it.each([
    ['are one where it is not adaptive', ['Scan'], ['initial 0*: Scan']],
    [
      'are the first and the final one',
      ['adaptive Scan', 'final Sort'],
      ['initial 0: AdaptiveSparkPlan Scan', 'final 1*: AdaptiveSparkPlan Sort'],
    ],
    [
      'are all in between, too',
      ['adaptive A', 'adaptive B', 'adaptive C', 'final D'],
      [
        'update 1: AdaptiveSparkPlan B',
        'update 2: AdaptiveSparkPlan C',
        'initial 0: AdaptiveSparkPlan A',
        'final 3*: AdaptiveSparkPlan D',
      ],
    ],
    [
      'end with an update where the log stops early',
      ['adaptive A', 'adaptive B'],
      ['initial 0: AdaptiveSparkPlan A', 'update 1*: AdaptiveSparkPlan B'],
    ],
  ])('%s', async (_, texts, shown) => {
    const lines = texts.map((text) => `plan 1 ${text}`).join('\n');
    expect(await plans(`job 0  sql 1\n stage 0\n${lines}`)).toEqual(shown);
  });

  it('have metrics for the last plan only, whose operators keep what they reported under an earlier one', async () => {
    const { rows } = await readRun(`
      job 0  sql 1
        stage 0  tasks 2
      plan 1 adaptive Sort(Scan#s {rows 8 @0})
      plan 1 final Scan#s {rows 8 @0}`);
    expect(
      rows('plan_metrics').map(({ plan_version, node_id, total }) => [plan_version, node_id, total]),
    ).toEqual([[1, 1, 8]]);
  });

  it('are all there after hundreds of executions, with the metrics of tasks that ended after their execution', async () => {
    const queries = Array.from(
      { length: 200 },
      (_, i) => `job ${i}  sql ${i}\n stage ${i}  tasks 2\nplan ${i} Scan {rows ${i + 2} @${i}}`,
    );
    const { rows } = await readRun(`${queries.join('\n')}\nearly SQLExecutionEnd 4`);
    expect(rows('plan_metrics').map(({ total }) => total)).toEqual(queries.map((_, i) => i + 2));
    expect(rows('plan_nodes')).toHaveLength(200);
  });

  it('keep the metrics that another execution reported, however long ago it ended', async () => {
    const scan = { nodeName: 'Cached', simpleString: 'Cached', children: [] };
    const metrics = [{ name: 'rows', accumulatorId: 100, metricType: 'sum' }];
    const start = {
      Event: 'SparkListenerSQLExecutionStart',
      executionId: 900,
      sparkPlanInfo: { ...scan, metrics },
    };
    const others = Array.from({ length: 80 }, (_, i) => `job ${i + 1}  sql ${i + 1}\n stage ${i + 1}`);
    const { row } = await readRun(`
      job 0  sql 0
        stage 0  tasks 2
      plan 0 Scan {rows 7 @0}
      event ${JSON.stringify(start)}
      ${others.join('\n')}
      job 99  sql 900
        stage 0  tasks 2  skipped`);
    expect(row('plan_metrics', { execution_id: 900 }).total).toBe(7);
  });
});
