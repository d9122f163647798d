import { describe, expect, it } from 'vitest';
import { readRun } from '#lib/testing/read-run.ts';

/** Operators of the last plan as "Name 0,1 metrics". */
async function links(run: string): Promise<readonly string[]> {
  const nodes = (await readRun(run)).rows('plan_nodes').filter(({ is_last }) => is_last);
  return nodes.map(({ name, stage_ids, stage_link }) => `${name} ${stage_ids} ${stage_link ?? ''}`.trim());
}

const TWO_STAGES = 'job 0  sql 1\n stage 0  tasks 2\n stage 1  tasks 2';

describe('an operator of a plan', () => {
  it('ran in the stages that report its metrics; an exchange in the one that writes and the one that reads', async () => {
    const plan = 'HashAggregate {rows 1 @1}(Exchange {data 9 B @0; read 9 @1}(Scan {rows 5 @0}))';
    expect(await links(`${TWO_STAGES}\nplan 1 ${plan}`)).toEqual([
      'HashAggregate 1 metrics',
      'Exchange 0,1 metrics',
      'Scan 0 metrics',
    ]);
  });

  it('without metrics ran where its neighbors did, on its side of the exchange', async () => {
    const plan = 'Project(Sort(Exchange {data 9 B @0; read 9 @1}(Project(Filter(Scan {rows 5 @0})))))';
    expect(await links(`${TWO_STAGES}\nplan 1 ${plan}`)).toEqual([
      'Project 1 structure',
      'Sort 1 structure',
      'Exchange 0,1 metrics',
      'Project 0 structure',
      'Filter 0 structure',
      'Scan 0 metrics',
    ]);
  });

  it('below an exchange writes to it, also when only the exchange reports', async () => {
    expect(
      await links(`${TWO_STAGES}\nplan 1 Sort(Exchange {data 9 B @0; read 9 @1}(Filter(Scan)))`),
    ).toEqual(['Sort 1 structure', 'Exchange 0,1 metrics', 'Filter 0 structure', 'Scan 0 structure']);
  });

  it('that reads an exchange of which only the writing is known has no stage', async () => {
    expect(await links(`${TWO_STAGES}\nplan 1 Sort(Exchange {data 9 B @0}(Scan))`)).toEqual([
      'Sort',
      'Exchange 0 metrics',
      'Scan 0 structure',
    ]);
  });

  it('that joins ran in one stage, its inputs in theirs', async () => {
    const run = `
      job 0  sql 1
        stage 0  tasks 2
        stage 1  tasks 2
        stage 2  tasks 2
      plan 1 SortMergeJoin(Sort(Exchange {data 9 B @0; read 9 @2}(Scan a)), Sort(Exchange {data 9 B @1; read 9 @2}(Scan b)))`;
    expect(await links(run)).toEqual([
      'SortMergeJoin 2 structure',
      'Sort 2 structure',
      'Exchange 0,2 metrics',
      'Scan a 0 structure',
      'Sort 2 structure',
      'Exchange 1,2 metrics',
      'Scan b 1 structure',
    ]);
  });

  it('that broadcasts runs on the driver: its input does not pass a stage on to the join', async () => {
    const run = `
      job 0  sql 1
        stage 0  tasks 2
      job 1  sql 1
        stage 1  tasks 2
      plan 1 Project(BroadcastHashJoin(Scan big {rows 5 @1}, BroadcastExchange {collect 5 ms}(Filter(Scan small {rows 2 @0}))))`;
    expect(await links(run)).toEqual([
      'Project 1 structure',
      'BroadcastHashJoin 1 structure',
      'Scan big 1 metrics',
      'BroadcastExchange',
      'Filter 0 structure',
      'Scan small 0 metrics',
    ]);
  });

  it('of an execution whose stages report nothing has no stage', async () => {
    expect(await links(`${TWO_STAGES}\nplan 1 Project(Exchange(Scan))`)).toEqual([
      'Project',
      'Exchange',
      'Scan',
    ]);
  });

  it('has nothing to do with the same accumulator in a job of another execution', async () => {
    // A cached plan: execution 2 shows the scan of execution 1 as its own and does not run it again.
    const run = `
      job 0  sql 1
        stage 0  tasks 2
      plan 1 Scan {rows 4 @0}
      job 1  sql 2
        stage 1  tasks 2
      event {"Event":"SparkListenerSQLAdaptiveExecutionUpdate","executionId":2,"sparkPlanInfo":{"nodeName":"Cached","simpleString":"Cached","children":[],"metrics":[{"name":"rows","accumulatorId":100,"metricType":"sum"}]}}`;
    expect(await links(run)).toEqual(['Scan 0 metrics', 'Cached']);
  });
});
