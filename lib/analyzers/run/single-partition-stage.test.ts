import { describe, expect, it } from 'vitest';
import { findIn } from '#lib/testing/find-in-run.ts';
import { singlePartitionStage } from './single-partition-stage.ts';

const find = (run: string) => findIn(singlePartitionStage, run);

/** Stage 1 reads all of stage 0 in one task, because the operator above the exchange asks for it. */
const single = (
  reads: string,
  { above = 'Window', written = '1 KiB', ms = '8 s', to = 'SinglePartition' } = {},
) =>
  `app a  slots 4
   job 0  sql 5
     stage 0  tasks 4  ms 1 s  shuffle-write 1 KiB
     stage 1  tasks 1  ms ${ms}  ${reads}
   plan 5 ${above} {time 5 ms @1}(Exchange "Exchange ${to}, ENSURE_REQUIREMENTS" {shuffle bytes written ${written} @0; records read 4 @1}(Range {number of output rows 4 @0}))`;

describe('singlePartitionStage', () => {
  it('finds a window without PARTITION BY', async () => {
    const { insights } = await find(single('shuffle-read 3 MiB  shuffle-records 2M'));
    expect(insights).toMatchObject([
      {
        title: 'All rows in a single task in stage 1 (stage at Main.scala:1)',
        severity: 'high',
        confidence: 'high',
        why_confidence: 'the plan has an exchange to SinglePartition below Window',
        stages: ['1.0'],
        sql_executions: [5],
        // Three of four slots had nothing to do for 8 s.
        impact: { lower_ms: 0, upper_ms: 6000 },
        evidence: {
          'records that went through the one task': 2_000_000,
          'bytes shuffled for it': 3 * 2 ** 20,
          'duration of the stage': 8000,
          'operator that asks for it': 'Exchange SinglePartition, ENSURE_REQUIREMENTS',
        },
      },
    ]);
  });

  it.each([
    ['100,000 rows', single('shuffle-records 100k'), single('shuffle-records 99_999')],
    [
      '16 MiB, because a few rows can hold much',
      single('shuffle-records 4  shuffle-read 16 MiB'),
      single('shuffle-records 4  shuffle-read 16_777_215'),
    ],
    [
      '16 MiB written for it, where a limit reads until it has enough',
      single('shuffle-records 0', { written: '16 MiB' }),
      single('shuffle-records 0', { written: '16_777_215 B' }),
    ],
    [
      'one second',
      single('shuffle-records 100k', { ms: '1000' }),
      single('shuffle-records 100k', { ms: '999' }),
    ],
  ])('begins at %s', async (_, much, little) => {
    expect((await find(much)).kind).toBe('found');
    expect((await find(little)).kind).toBe('clear');
  });

  it.each([
    ['SortAggregate', 'SortAggregate'],
    ['GlobalLimit', 'GlobalLimit'],
    ['Project', 'an operator'],
  ])('names the operator that asks for it: %s', async (above, named) => {
    const [insight] = (await find(single('shuffle-records 1M', { above }))).insights;
    expect(insight?.why_confidence).toBe(`the plan has an exchange to SinglePartition below ${named}`);
  });

  it('does not mind the last step of a total, which reads a row for each task', async () => {
    expect(
      (await find(single('shuffle-read 400 B  shuffle-records 4', { above: 'HashAggregate' }))).kind,
    ).toBe('clear');
  });

  it('leaves one task of another exchange to few-partitions', async () => {
    expect((await find(single('shuffle-records 1M', { to: 'hashpartitioning(k#1, 1)' }))).kind).toBe('clear');
  });

  it('needs tasks and plans', async () => {
    expect(await find('app a  ends 9 s')).toMatchObject({
      kind: 'not applicable',
      why: 'The log has no tasks.',
    });
    expect(await find('job 0\n stage 0  tasks 1  ms 9 s  records 9M')).toMatchObject({
      kind: 'not applicable',
      why: 'The log has no SQL plans.',
    });
  });
});
