import { describe, expect, it } from 'vitest';
import { findIn } from '#lib/testing/find-in-run.ts';
import { smallFilesRead } from './small-files-read.ts';

const find = (run: string) => findIn(smallFilesRead, run);

const scan = (files: number, size: string, ms = '4 s') =>
  `app a  slots 4
   job 0  sql 5
     stage 0  tasks 4  ms ${ms}
   plan 5 Project(Scan csv "FileScan csv" {number of files read ${files}; size of files read ${size}; number of output rows 9 @0})`;

describe('smallFilesRead', () => {
  it('finds a scan of 1,000 files of 8 KiB', async () => {
    const { insights } = await find(scan(1000, '8000 KiB'));
    expect(insights).toMatchObject([
      {
        title: 'Many small files read by Scan csv of SQL execution 5',
        severity: 'high',
        confidence: 'high',
        stages: ['0.0'],
        sql_executions: [5],
        impact: { lower_ms: 0, upper_ms: 4000 },
        evidence: {
          'files read': 1000,
          'size of the files': 8_192_000,
          'longest stage that scanned them': 4000,
        },
        comparedWith: {
          'files read': '8.00 KiB each on average',
          'size of the files': '1 partition of 128 MiB would hold it',
        },
      },
    ]);
  });

  it.each([
    ['a hundred files', scan(100, '1 MiB'), scan(99, '1 MiB')],
    ['less than 4 MiB each', scan(100, `${400 * 2 ** 20 - 1} B`), scan(100, '400 MiB')],
    ['one second', scan(100, '1 MiB', '1000'), scan(100, '1 MiB', '999')],
  ])('begins at %s', async (_, small, fine) => {
    expect((await find(small)).kind).toBe('found');
    expect((await find(fine)).kind).toBe('clear');
  });

  it('is less sure of an RDD, which does not count its files', async () => {
    const { insights } = await find('app a  slots 4\njob 0\n stage 0  tasks 200  ms 100  read 2 KiB');
    expect(insights).toMatchObject([
      {
        title: 'Many small files read by stage 0 (stage at Main.scala:0)',
        confidence: 'medium',
        impact: { lower_ms: 0, upper_ms: 5000 },
        evidence: {
          'tasks that read input': 200,
          'input read by them': 409_600,
          'duration of the stage': 5000,
        },
      },
    ]);
  });

  it.each([
    ['its tasks read 4 MiB each', 'job 0\n stage 0  tasks 200  ms 100  read 4 MiB'],
    ['fewer than a hundred read anything', 'job 0\n stage 0  tasks 200  ms 100  read 0, 99x2 KiB'],
    [
      'it reads what is cached',
      'job 0\n stage 0  tasks 200  ms 100  read 2 KiB\ncache 7  stage 0  partitions 200',
    ],
    [
      'SQL counted the files',
      `${scan(1, '1 GiB', '10')}\njob 1  sql 5\n stage 1  tasks 200  ms 100  read 2 KiB`,
    ],
  ])('leaves an RDD’s stage alone when %s', async (_, run) => {
    expect((await find(`${run.startsWith('app') ? '' : 'app a  slots 4\n'}${run}`)).kind).toBe('clear');
  });

  it('puts all scans into one insight, because the cause is the files', async () => {
    const { insights } = await find(`${scan(1000, '1 MiB')}\njob 1\n stage 1  tasks 200  ms 100  read 2 KiB`);
    expect(insights).toMatchObject([{ title: 'Many small files read in 2 scans', stages: ['1.0', '0.0'] }]);
  });

  it('has nothing to look at without tasks', async () => {
    expect(await find('app a  ends 9 s')).toMatchObject({
      kind: 'not applicable',
      why: 'The log has no tasks.',
    });
  });
});
