import { describe, expect, it } from 'vitest';
import { type Row, readRun } from '#lib/testing/read-run.ts';

const ONE_STAGE = 'app a  slots 4\njob 0  sql 1\n stage 0  tasks 4';

async function metric(run: string, name?: string): Promise<Row> {
  return (await readRun(run)).row('plan_metrics', name === undefined ? {} : { name });
}

/** "total min/median/max source" */
async function shown(run: string): Promise<string> {
  const { total, min, median, max, source } = await metric(run);
  return `${total} ${min}/${median}/${max} ${source}`;
}

describe('a metric of an operator', () => {
  it.each([
    ['rows are summed, as Spark shows no spread of them', 'rows 1, 2, 3, 4 @0', '10 null/null/null tasks'],
    [
      'sizes have a spread; of an even number the upper value is the median',
      'data size 1, 2, 3, 8 B @0',
      '14 1/3/8 tasks',
    ],
    ['times have a spread', 'sort time 5, 5, 5, 9 ms @0', '24 5/5/9 tasks'],
    ['times in nanoseconds stay so', 'shuffle write time 5, 5, 5, 9 ns @0', '24 5/5/9 tasks'],
    [
      'averages have the mean of the tasks, not a sum',
      'avg hash probe 1, 2, 2.5, 4.5 @0',
      '2.5 1/2.5/4.5 tasks',
    ],
    ['a task without an average does not lower it', 'avg hash probe 0, 0, 2, 4 @0', '3 2/4/4 tasks'],
    [
      'a task that has no size, which Spark writes as -1, counts as nothing',
      'data size -1, -1, 6, 8 B @0',
      '14 6/8/8 tasks',
    ],
    [
      'what the driver tells is one value without a spread',
      'size of files read 7 B',
      '7 null/null/null driver',
    ],
  ])('%s', async (_, text, expected) => {
    expect(await shown(`${ONE_STAGE}\nplan 1 Scan {${text}}`)).toBe(expected);
  });

  it('that nobody reported has no row: no data is not 0', async () => {
    const { rows } = await readRun(`${ONE_STAGE}\nplan 1 Scan {spill size ?; rows 0 @0}`);
    expect(rows('plan_metrics').map(({ name, total }) => [name, total])).toEqual([['rows', 0]]);
  });

  it('names the task with the largest value, and how many tasks reported', async () => {
    expect(await metric(`${ONE_STAGE}\nplan 1 Sort {spill size 1, 9, 3, 2 B @0}`)).toMatchObject({
      max_stage_id: 0,
      max_stage_attempt_id: 0,
      max_task_id: 1,
      task_values: 4,
    });
  });

  it('adds what the driver tells to what tasks report; the largest value may then be of no task', async () => {
    const run = (driver: number) =>
      `${ONE_STAGE}\nplan 1 Scan {data size 1, 2, 3, 4 B @0}\n${update(`[[100,${driver}]]`)}`;
    expect(await shown(run(5))).toBe('15 1/3/5 tasks+driver');
    expect((await metric(run(5))).max_task_id).toBeNull();
    expect((await metric(run(2))).max_task_id).toBe(3);
  });

  it('of a retried stage counts the last attempt only, as the SQL tab does', async () => {
    const run = `
      job 0  sql 1
        stage 0  tasks 3  fetch-failed 1  failed "FetchFailed"
        stage 0.1  tasks 1  partitions 0
      plan 1 Scan {rows 30 @0}`;
    expect(await metric(run)).toMatchObject({ total: 30, task_values: 1 });
  });

  it('takes the total of the stage where ends of tasks are missing', async () => {
    const run = `${ONE_STAGE}\nplan 1 Scan {data size 1, 2, 3, 4 B @0}\nwithout TaskEnd every 2`;
    expect(await shown(run)).toBe('10 0/1/3 stage');
    expect(await shown(`${run}\nwithout StageCompleted`)).toBe('4 0/1/3 tasks');
    // The stage knows the sum of averages only.
    const averages = run.replace('data size 1, 2, 3, 4 B', 'avg probe 1, 2, 3, 4');
    expect(await shown(averages)).toBe('2 1/3/3 tasks');
  });
});

function update(values: string): string {
  return `event {"Event":"SparkListenerDriverAccumUpdates","executionId":1,"accumUpdates":${values}}`;
}
