import { describe, expect, it } from 'vitest';
import { findIn } from '#lib/testing/find-in-run.ts';
import { smallFilesWritten } from './small-files-written.ts';

const WRITE = 'Execute InsertIntoHadoopFsRelationCommand';

/** A write of one stage, and after it another job that takes `rest` ms. */
const run = (metrics: string, stage = 'ms 10 s', rest = 0) =>
  `app a  ends 120 s
   job 0  sql 1
     stage 0  tasks 4  records-written 100  ${stage}
   ${rest > 0 ? `job 1\n stage 1  tasks 4  ms ${rest}` : ''}
   plan 1 ${WRITE} {${metrics}}(Scan parquet)`;
const find = (metrics: string, stage?: string, rest?: number) =>
  findIn(smallFilesWritten, run(metrics, stage, rest));
const files = (count: number, bytes: string) =>
  `number of written files ${count}; written output ${bytes}; number of output rows 400`;

describe('smallFilesWritten', () => {
  it('finds 100 files of 3 MiB, and touches the tasks that wrote them and the commit', async () => {
    const { insights } = await find(`${files(100, '300 MiB')}; job commit time 2 s`);
    expect(insights).toMatchObject([
      {
        title: 'Many small files written by SQL execution 1',
        severity: 'high',
        confidence: 'high',
        stages: ['0.0'],
        sql_executions: [1],
        impact: { lower_ms: 2000, upper_ms: 12_000 },
        evidence: {
          'files written': 100,
          'bytes written': 300 * 2 ** 20,
          'time to commit the job': 2000,
        },
        comparedWith: { 'files written': '3.00 MiB each on average' },
      },
    ]);
  });

  it.each([
    ['100 files', files(100, '1 MiB'), files(99, '1 MiB')],
    ['4 MiB each on average', files(100, `${100 * 4 * 2 ** 20 - 1} B`), files(100, '400 MiB')],
  ])('has its bound at %s', async (_, small, fine) => {
    expect((await find(small)).kind).toBe('found');
    expect((await find(fine)).kind).toBe('clear');
  });

  it('begins at one second of writing and committing', async () => {
    expect((await find(`${files(100, '1 MiB')}; job commit time 100 ms`, 'ms 900')).kind).toBe('found');
    expect((await find(`${files(100, '1 MiB')}; job commit time 99 ms`, 'ms 900')).kind).toBe('clear');
  });

  it('begins at 5 % of the time in which jobs ran', async () => {
    // Writing takes 1 s; the jobs take 1000 + 11 + 18989 = 20000 ms, the second time one more.
    expect((await find(files(100, '1 MiB'), 'ms 1 s', 18_989)).kind).toBe('found');
    expect((await find(files(100, '1 MiB'), 'ms 1 s', 18_990)).kind).toBe('clear');
  });

  it('tells how many files each directory got', async () => {
    const { insights } = await find(`${files(120, '120 MiB')}; number of dynamic part 40`);
    expect(insights[0]?.comparedWith['files written']).toBe(
      '1.00 MiB each on average; 3 for each of 40 directories',
    );
    expect(insights[0]?.evidence['time to commit the job']).toBe(0);
  });

  it('takes the time of the stage that wrote, not of those before it', async () => {
    const text = `
      app a  ends 120 s
      job 0  sql 1
        stage 0  tasks 4  ms 10 s
        stage 1  tasks 4  ms 3 s  records-written 100
      plan 1 ${WRITE} {${files(100, '1 MiB')}}`;
    const { insights } = await findIn(smallFilesWritten, text);
    expect(insights).toMatchObject([{ stages: ['1.0'], impact: { lower_ms: 0, upper_ms: 3000 } }]);
  });

  it('counts the files of an adaptive execution once', async () => {
    const plan = `${WRITE}#write {${files(150, '1 MiB')}}`;
    const text = `job 0  sql 1\n stage 0  ms 10 s\nplan 1 adaptive ${plan}\nplan 1 final ${plan}`;
    expect((await findIn(smallFilesWritten, text)).kind).toBe('clear');
    const written = text.replace('ms 10 s', 'ms 10 s  records-written 9');
    const { insights } = await findIn(smallFilesWritten, written);
    expect(insights.map(({ evidence }) => evidence['files written'])).toEqual([150]);
  });

  it('is one problem for all writes of a run', async () => {
    const text = `
      app a  ends 120 s
      job 0  sql 1
        stage 0  tasks 4  ms 5 s  records-written 100
      job 1  sql 2
        stage 1  tasks 4  ms 9 s  records-written 100
      plan 1 ${WRITE} {${files(500, '1 MiB')}}
      plan 2 ${WRITE} {${files(100, '1 MiB')}}`;
    const { insights } = await findIn(smallFilesWritten, text);
    expect(insights).toMatchObject([
      {
        title: 'Many small files written by 2 writes',
        stages: ['1.0', '0.0'],
        sql_executions: [2, 1],
        impact: { lower_ms: 0, upper_ms: 14_000 },
        evidence: { 'files written': 100 },
      },
    ]);
  });

  it('says nothing of a write that failed and counted no files', async () => {
    const text = `
      job 0  sql 1
        stage 0  tasks 4  ms 10 s  records-written 100  fails 1x4  failed "disk is full"
      plan 1 ${WRITE} {number of written files ?; written output ?}`;
    expect((await findIn(smallFilesWritten, text)).kind).toBe('clear');
  });

  it('does not apply without SQL', async () => {
    const rdd = 'job 0\n stage 0  tasks 200  ms 1 s  records-written 5';
    expect(await findIn(smallFilesWritten, rdd)).toMatchObject({
      kind: 'not applicable',
      why: 'The log has no SQL plans, and only those tell the number of files.',
    });
  });
});
