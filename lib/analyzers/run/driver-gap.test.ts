import { describe, expect, it } from 'vitest';
import { findIn } from '#lib/testing/find-in-run.ts';
import { driverGap } from './driver-gap.ts';

const find = (run: string) => findIn(driverGap, run);

/** Two jobs of `ms` on one slot, and a gap between them; the jobs' own distance of 10 ms adds to it. */
const twoJobs = (ms: number, gap: string, rest = '') =>
  `app a  slots 1  ${rest}
   job 0
     stage 0  tasks 1  ms ${ms}
   gap ${gap}
   job 1
     stage 1  tasks 1  ms ${ms}`;

/** Jobs of `ms` with `count` gaps of `gap` ms between them. */
const loop = (count: number, ms: number, gap: number) =>
  `app a  slots 1\n${Array.from({ length: count + 1 }, (_, i) => `job ${i}\n stage ${i}  tasks 1  ms ${ms}`).join(`\ngap ${gap - 10}\n`)}`;

describe('driverGap', () => {
  it('finds the 10 s in which no job ran', async () => {
    const { insights } = await find(twoJobs(5000, '9990'));
    expect(insights).toMatchObject([
      {
        title: 'No job running for much of the run',
        severity: 'high',
        confidence: 'medium',
        impact: { lower_ms: 0, upper_ms: 10_000 },
        share_of_run: 0.5,
        evidence: {
          'time without a job, between jobs': 10_000,
          'gaps of 1.00 s or more': 1,
          'longest gap': 10_000,
        },
        comparedWith: { 'time without a job, between jobs': '20.0 s from the first job to the last' },
      },
    ]);
  });

  it.each([
    ['three seconds in all', twoJobs(5, '2990'), twoJobs(5, '2989')],
    ['a fifth of the time in which jobs ran', twoJobs(8000, '3990'), twoJobs(8000, '3989')],
    [
      'a tenth of the run after the last job',
      twoJobs(13_000, '0', 'ends 30_012'),
      twoJobs(13_000, '0', 'ends 30_010'),
    ],
    ['two fifths for gaps shorter than a second', loop(10, 900, 700), loop(10, 1000, 700)],
    ['a tenth of a second for a short gap', loop(40, 50, 100), loop(40, 50, 99)],
  ])('begins at %s', async (_, gaps, busy) => {
    expect((await find(gaps)).kind).toBe('found');
    expect((await find(busy)).kind).toBe('clear');
  });

  it('counts the short gaps of a loop over small jobs', async () => {
    const { insights } = await find(loop(10, 100, 400));
    expect(insights[0]?.evidence).toEqual({
      'time without a job, between jobs': 4000,
      'gaps of 100 ms or more': 10,
      'longest gap': 400,
    });
  });

  it('names the long gaps alone where they are enough', async () => {
    const { insights } = await find(`${twoJobs(1000, '4990')}\ngap 500\njob 2\n stage 2  tasks 1  ms 100`);
    expect(insights).toHaveLength(1);
    expect(insights[0]?.evidence['time without a job, between jobs']).toBe(5000);
  });

  it('keeps apart the time after the last job', async () => {
    const { insights } = await find(twoJobs(5000, '0', 'ends 21 s'));
    expect(insights).toMatchObject([
      {
        title: 'No job running before the application ended',
        evidence: { 'time after the last job': 9990 },
        occurrences: [{ where: 'after the last job' }],
      },
    ]);
  });

  it('sees no gap while another job runs, and none before the first', async () => {
    const beside = 'job 0\n stage 0  tasks 1  ms 20 s\njob 1  with 0  after 10 s\n stage 1  tasks 1  ms 100';
    expect((await find(`app a  slots 2\n${beside}`)).kind).toBe('clear');
    expect((await find('gap 60 s\njob 0\n stage 0  tasks 1  ms 100')).kind).toBe('clear');
  });

  it('does not judge streams, whose pauses are the trigger’s, nor a log without jobs', async () => {
    expect(await find(`${twoJobs(5, '9 s')}\nbatch 1  query q  rows 1  ms 5`)).toMatchObject({
      kind: 'not applicable',
      why: 'Pauses between micro-batches are the trigger’s.',
    });
    expect(await find('app a  ends 9 s')).toMatchObject({
      kind: 'not applicable',
      why: 'The log has no job.',
    });
  });
});
