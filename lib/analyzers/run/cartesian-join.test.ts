import { describe, expect, it } from 'vitest';
import { findIn } from '#lib/testing/find-in-run.ts';
import { cartesianJoin } from './cartesian-join.ts';

const scan = (rows: number | string, stage = 0) => `Scan parquet {number of output rows ${rows} @${stage}}`;
const broadcast = (rows: number | string) => `BroadcastExchange {number of output rows ${rows}}`;
const nested = (left: string, right: string, stage = 0) =>
  `BroadcastNestedLoopJoin {number of output rows 7 @${stage}}(${left}, ${right})`;

/** An execution of one stage, and after it another job that takes `rest` ms. */
const find = (plan: string, ms = 10_000, rest = 0) =>
  findIn(
    cartesianJoin,
    `job 0  sql 4
       stage 0  tasks 4  ms ${ms}
     ${rest > 0 ? `job 1\n stage 1  tasks 4  ms ${rest}` : ''}
     plan 4 Project(${plan})`,
  );

describe('cartesianJoin', () => {
  it('finds a join that compares each of 2,000 rows with each of 3,000', async () => {
    const { insights } = await find(nested(scan(2000), broadcast(3000)));
    expect(insights).toMatchObject([
      {
        title: 'Every row compared with every row in SQL execution 4 (BroadcastNestedLoopJoin)',
        severity: 'high',
        confidence: 'high',
        stages: ['0.0'],
        sql_executions: [4],
        impact: { lower_ms: 0, upper_ms: 10_000 },
        share_of_run: 1,
        evidence: {
          'rows of one side': 2000,
          'rows of the other side': 3000,
          'pairs compared at most': 6_000_000,
        },
        comparedWith: { 'pairs compared at most': '2,000 x 3,000' },
      },
    ]);
  });

  it.each([
    ['a million pairs', nested(scan(1000), broadcast(1000)), nested(scan(1000), broadcast(999))],
    ['ten rows on a side', nested(scan(10), broadcast('1M')), nested(scan(9), broadcast('1M'))],
  ])('begins at %s', async (_, product, fine) => {
    expect((await find(product)).kind).toBe('found');
    expect((await find(fine)).kind).toBe('clear');
  });

  it('begins at a second and at 5 % of the time in which jobs ran', async () => {
    const plan = nested(scan(1000), broadcast(1000));
    expect((await find(plan, 1000)).kind).toBe('found');
    expect((await find(plan, 999)).kind).toBe('clear');
    // 1000 + 11 + 18989 = 20000 ms, then one more.
    expect((await find(plan, 1000, 18_989)).kind).toBe('found');
    expect((await find(plan, 1000, 18_990)).kind).toBe('clear');
  });

  it('counts the rows that reach the join: those of the nearest operator that counts', async () => {
    const filtered = `Project(Filter {number of output rows 5000 @0}(${scan('1M')}))`;
    const { insights } = await find(nested(filtered, broadcast(200)));
    expect(insights[0]?.evidence).toMatchObject({
      'rows of one side': 5000,
      'pairs compared at most': 1_000_000,
    });
    const few = nested(filtered.replace('5000', '4999'), broadcast(200));
    expect((await find(few)).kind).toBe('clear');
  });

  it('is less sure of a CartesianProduct, which computes rows more than once', async () => {
    const { insights } = await find(
      `CartesianProduct {number of output rows 9 @0}(${scan('1000M')}, ${scan('5000M')})`,
    );
    expect(insights[0]).toMatchObject({
      confidence: 'medium',
      evidence: { 'pairs compared at most': 5e18 },
    });
  });

  it('is no join with an equality, and no product whose rows nobody counted', async () => {
    expect(
      (await find(`SortMergeJoin {number of output rows 9 @0}(${scan('1M')}, ${scan('1M')})`)).kind,
    ).toBe('clear');
    expect((await find(nested('Scan ExistingRDD', broadcast('1M')))).kind).toBe('clear');
  });

  it('touches the longest of the stages that ran it', async () => {
    const text = `
      job 0  sql 1
        stage 0  tasks 4  ms 2 s
        stage 1  tasks 4  ms 3 s
      plan 1 BroadcastNestedLoopJoin {number of output rows 7 @0; spill size 0 B @1}(${scan('1M')}, ${broadcast('1k')})`;
    const { insights } = await findIn(cartesianJoin, text);
    expect(insights[0]?.stages.toSorted()).toEqual(['0.0', '1.0']);
    expect(insights[0]?.impact).toEqual({ lower_ms: 0, upper_ms: 3000 });
  });

  it('is one problem for the joins of an execution, and another in the next', async () => {
    const text = `
      job 0  sql 1
        stage 0  tasks 4  ms 2 s
        stage 1  tasks 4  ms 3 s
      job 1  sql 2
        stage 2  tasks 4  ms 4 s
      plan 1 Union(${nested(scan('1M', 0), broadcast('1k'), 0)}, ${nested(scan('1M', 1), broadcast('1k'), 1)})
      plan 2 ${nested(scan('1M', 2), broadcast('1k'), 2)}`;
    const { insights } = await findIn(cartesianJoin, text);
    expect(insights.map(({ title, stages, impact }) => [title, stages, impact.upper_ms])).toEqual([
      ['2 joins compare every row with every row', ['1.0', '0.0'], 5000],
      ['Every row compared with every row in SQL execution 2 (BroadcastNestedLoopJoin)', ['2.0'], 4000],
    ]);
  });

  it('does not apply without SQL', async () => {
    expect(await findIn(cartesianJoin, 'job 0\n stage 0  ms 10 s')).toMatchObject({
      kind: 'not applicable',
      why: 'The log has no SQL plans.',
    });
  });
});
