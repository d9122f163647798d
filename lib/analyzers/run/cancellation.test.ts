import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenRun, openRun } from '#lib/testing/open-run.ts';
import { isCancelled } from './cancellation.ts';

let run: OpenRun;
beforeAll(async () => {
  run = await openRun('job 0\n stage 0');
});
afterAll(() => run.close());

describe('isCancelled', () => {
  it.each([
    'Job 3 cancelled',
    'Job 3 cancelled part of cancelled job group etl',
    'Job 3 cancelled because Stage 4 was cancelled',
    '[SPARK_JOB_CANCELLED] Job 3 cancelled as part of cancellation of all jobs SQLSTATE: XXKDA',
    'Job 3 canceled by ada',
    'Job 3 cancelled because SparkContext was shut down',
    'SparkContext is being shutdown',
    'SparkContext was stopped',
    'The query clicks was stopped by its user',
  ])('is "%s"', async (message) => {
    expect(await judge(message)).toBe(true);
  });

  it.each([
    'Job aborted due to stage failure: Task 0 in stage 4.0 failed 4 times: the order was cancelled',
    'Job aborted due to stage failure: ResultStage 2 had been aborted',
    'java.io.IOException: No space left on device',
    'org.apache.spark.SparkException: Could not execute broadcast in 300 secs',
    '',
  ])('is not "%s"', async (message) => {
    expect(await judge(message)).toBe(false);
  });

  it('is not a failure without a message', async () => {
    const [row] = await run.query<{ cancelled: boolean }>(`SELECT ${isCancelled('NULL')} AS cancelled`);
    expect(row?.cancelled).toBe(false);
  });
});

async function judge(message: string): Promise<boolean | undefined> {
  const [row] = await run.query<{ cancelled: boolean }>(
    `SELECT ${isCancelled('message')} AS cancelled FROM (SELECT '${message}' AS message)`,
  );
  return row?.cancelled;
}
