import { describe, expect, it } from 'vitest';
import { findIn } from '#lib/testing/find-in-run.ts';
import { missedBroadcast } from './missed-broadcast.ts';

/** Stage 0 writes the left side, stage 1 the right one, stage 2 joins them. */
const stages = (ms = 10_000) => `
  stage 0  tasks 4  ms ${ms}
  stage 1  tasks 4  ms 1 s
  stage 2  tasks 4  ms 5 s`;
const left = (size: string) => `Sort(Exchange {data size ${size} @0; records read 4 @2})`;
const right = (size: string) => `Sort(Exchange {data size ${size} @1; records read 4 @2})`;
const join = (type: string, of: string, keys = '[k#1L], [k#2L]') =>
  `SortMergeJoin "SortMergeJoin ${keys}, ${type}" (${of})`;
const sides = (a: string, b: string) => `${left(a)}, ${right(b)}`;

const run = (plan: string) => `job 0  sql 1${stages()}\nplan 1 Project(${plan})`;
const find = (plan: string) => findIn(missedBroadcast, run(plan));

describe('missedBroadcast', () => {
  it('finds a join that shuffled 1 GiB to meet 1 MiB, and touches the stages of the large side', async () => {
    const { insights } = await find(join('Inner', sides('1 GiB', '1 MiB')));
    expect(insights).toMatchObject([
      {
        title: 'A small table was shuffled instead of broadcast in SQL execution 1',
        severity: 'high',
        confidence: 'high',
        sql_executions: [1],
        impact: { lower_ms: 0, upper_ms: 15_000 },
        evidence: {
          'small side': 2 ** 20,
          'large side that was shuffled to meet it': 2 ** 30,
          join: 'SortMergeJoin [k#1L], [k#2L], Inner',
        },
        comparedWith: {
          'small side': '10.0 MiB, the default broadcast threshold',
          'large side that was shuffled to meet it': '1024x as large',
        },
      },
    ]);
    expect(insights[0]?.stages.toSorted()).toEqual(['0.0', '2.0']);
  });

  it.each([
    ['10 MiB', sides('1 GiB', `${10 * 2 ** 20 - 1} B`), sides('1 GiB', '10 MiB')],
    ['a tenth of the other side', sides('10 MiB', '1 MiB'), sides(`${10 * 2 ** 20 - 1} B`, '1 MiB')],
    ['some data on the large side', sides('1 MiB', '0 B'), sides('0 B', '0 B')],
  ])('has its bound at %s', async (_, missed, fine) => {
    expect((await find(join('Inner', missed))).kind).toBe('found');
    expect((await find(join('Inner', fine))).kind).toBe('clear');
  });

  it.each([
    ['Inner', 'found', 'found'],
    ['Cross', 'found', 'found'],
    ['LeftOuter', 'clear', 'found'],
    ['LeftSemi', 'clear', 'found'],
    ['LeftAnti', 'clear', 'found'],
    ['ExistenceJoin(exists#3)', 'clear', 'found'],
    ['RightOuter', 'found', 'clear'],
    ['FullOuter', 'clear', 'clear'],
  ])('knows on which side a %s join can broadcast', async (type, smallLeft, smallRight) => {
    expect((await find(join(type, sides('1 MiB', '1 GiB')))).kind).toBe(smallLeft);
    expect((await find(join(type, sides('1 GiB', '1 MiB')))).kind).toBe(smallRight);
  });

  it('does not take the name of a column for the type of the join', async () => {
    const keys = '[Inner#1, CrossId#2], [Inner#3, CrossId#4]';
    expect((await find(join('FullOuter', sides('1 GiB', '1 MiB'), keys))).kind).toBe('clear');
  });

  it('looks through what lies between a join and its exchanges, and at hash joins too', async () => {
    const read = (side: string) => `WholeStageCodegen 1(AQEShuffleRead(ShuffleQueryStage(${side})))`;
    const plan = `ShuffledHashJoin "ShuffledHashJoin [a#1], [b#2], Inner, BuildRight" (${read(left('1 GiB'))}, ${read(right('1 MiB'))})`;
    expect((await find(plan)).kind).toBe('found');
  });

  it('takes the exchange next to the join, not one below it', async () => {
    const below = `HashAggregate(Exchange {data size 5 GiB @0})`;
    const small = right('1 MiB').replace(/\)$/, `(${below}))`);
    expect((await find(join('Inner', `${left('1 GiB')}, ${small}`))).kind).toBe('found');
  });

  it('leaves out a side that two exchanges feed, because it is not clear which one counts', async () => {
    const two = `BroadcastHashJoin(${left('1 MiB')}, BroadcastExchange {data size 1 KiB @1})`;
    expect((await find(join('Inner', `${two}, ${right('1 GiB')}`))).kind).toBe('clear');
  });

  it('goes by the plan that ran: adaptive execution may have changed the join', async () => {
    const exchange = 'Exchange#large {data size 1 GiB @0}, Exchange#small {data size 1 MiB @1}';
    const text = `job 0  sql 1${stages()}
      plan 1 adaptive ${join('Inner', exchange)}
      plan 1 final BroadcastHashJoin(${exchange})`;
    expect((await findIn(missedBroadcast, text)).kind).toBe('clear');
  });

  it('begins at a second and at 5 % of the time in which jobs ran', async () => {
    const short = (ms: number, rest: number) =>
      findIn(
        missedBroadcast,
        `job 0  sql 1
           stage 0  tasks 4  ms ${ms}
           stage 1  tasks 4  ms 100
         job 1
           stage 2  tasks 4  ms ${rest}
         plan 1 ${join('Inner', 'Exchange {data size 1 GiB @0}, Exchange {data size 1 KiB @1}')}`,
      );
    expect((await short(1000, 10)).kind).toBe('found');
    expect((await short(999, 10)).kind).toBe('clear');
    // 1000 + 100 + 11 + 18889 = 20000 ms, then one more.
    expect((await short(1000, 18_889)).kind).toBe('found');
    expect((await short(1000, 18_890)).kind).toBe('clear');
  });

  it('is one problem for each join, however often it ran', async () => {
    const exchanges = (a: number) => `Exchange {data size 1 GiB @${a}}, Exchange {data size 1 KiB @${a + 1}}`;
    const text = `
      job 0  sql 1
        stage 0  tasks 4  ms 2 s
        stage 1  tasks 4  ms 1 s
      job 1  sql 2
        stage 2  tasks 4  ms 3 s
        stage 3  tasks 4  ms 1 s
      job 2  sql 3
        stage 4  tasks 4  ms 4 s
        stage 5  tasks 4  ms 1 s
      plan 1 ${join('Inner', exchanges(0), '[k#1L], [k#2L]')}
      plan 2 ${join('Inner', exchanges(2), '[k#31L], [k#32L]')}
      plan 3 ${join('Inner', exchanges(4), '[day#51], [day#52]')}`;
    const { insights } = await findIn(missedBroadcast, text);
    expect(
      insights.map(({ title, sql_executions, impact }) => [title, sql_executions, impact.upper_ms]),
    ).toEqual([
      ['2 joins shuffled a small table instead of broadcasting it', [2, 1], 5000],
      ['A small table was shuffled instead of broadcast in SQL execution 3', [3], 4000],
    ]);
  });

  it('does not apply without SQL', async () => {
    expect(await findIn(missedBroadcast, 'job 0\n stage 0  ms 10 s')).toMatchObject({
      kind: 'not applicable',
      why: 'The log has no SQL plans.',
    });
  });
});
