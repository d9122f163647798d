import { describe, expect, it } from 'vitest';
import { withRun } from '#lib/testing/open-run.ts';

/** "kind from..to before job", times in ms since the start of the application. */
async function gaps(run: string): Promise<readonly string[]> {
  const rows = await withRun(run, (query) =>
    query<{ text: string }>(`
SELECT kind || ' ' || (gap_start - app_start) || '..' || (gap_end - app_start) || coalesce(' before ' || next_job_id, '') AS text
FROM job_gaps, run_window
WHERE gap_ms = gap_end - gap_start
ORDER BY gap_start`),
  );
  return rows.map(({ text }) => text);
}

const job = (id: number, ms: number, more = '') => `job ${id}${more}\n stage ${id}  ms ${ms}\n`;

describe('job_gaps', () => {
  it.each([
    [
      'between jobs that follow each other, and after the last',
      `${job(0, 500)}gap 2 s\n${job(1, 100)}`,
      ['between 1500..3510 before 1', 'after 3610..3620'],
    ],
    [
      'not between jobs that overlap',
      `${job(0, 500)}${job(1, 100, '  with 0  after 400 ms')}`,
      ['after 1500..1510'],
    ],
    [
      'not inside of a long job beside which short ones come and go',
      `${job(0, 900)}${job(1, 100, '  with 0  after 100 ms')}${job(2, 100, '  with 0  after 500 ms')}`,
      ['after 1900..1910'],
    ],
    ['not after a job that never ended', `${job(0, 500, '  open')}gap 9 s\n`, []],
    [
      'up to a job of which only the start is known',
      `${job(0, 500)}gap 1 s\n${job(1, 100, '  open')}`,
      ['between 1500..2510 before 1'],
    ],
    ['nowhere without jobs', 'app a  ends 9 s', []],
  ])('are %s', async (_, run, expected) => {
    expect(await gaps(run)).toEqual(expected);
  });

  it('reach to the end of the application, however long its driver goes on', async () => {
    expect(await gaps(`app a  ends 60 s\n${job(0, 500)}`)).toEqual(['after 1500..60000']);
  });
});
