import { describe, expect, it } from 'vitest';
import type { Insight } from '#lib/model/insight.ts';
import { withRun } from '#lib/testing/open-run.ts';
import { incompleteLog } from './incomplete-log.ts';
import { jobFailed } from './job-failed.ts';
import { overview, type RunStats } from './report.ts';
import { runDetectors } from './run-detectors.ts';
import { taskFailures } from './task-failures.ts';
import { taskSkew } from './task-skew.ts';
import { verdict } from './verdict.ts';

/** The sentence over a run with the insights of some detectors, as the command line and the overview show it. */
const verdictOn = (text: string) =>
  withRun(text, async (query) => {
    const detectors = [jobFailed, taskFailures, incompleteLog, taskSkew];
    const { insights } = await runDetectors(detectors, query);
    return verdict((await overview(query)).stats, insights);
  });

const SKEWED = 'stage 0  tasks 4  ms 1 s, 1x6 s  read 1, 1x9  name "join at etl.py:3"';

describe('verdict', () => {
  it.each([
    [
      'a healthy run',
      'app a  ends 12 s\njob 0\n stage 0  tasks 4  ms 10 s',
      'The run took 12.0 s and shows none of the problems that were looked for.',
    ],
    ['no job', 'app a  ends 60 s', 'The run took 1 m 0 s and has no job in its log.'],
    [
      'one problem',
      `app a  ends 12 s\njob 0\n ${SKEWED}\njob 1\n stage 1  tasks 4  ms 3990`,
      'The run took 12.0 s. First to look at: task skew in stage 0 (join at etl.py:3), which touches up to 50 % of its working time.',
    ],
    [
      'a job that failed',
      'app a  ends 12 s\njob 0  failed "no such table"\n stage 0  tasks 4  ms 10 s',
      'The run took 12.0 s. First to look at: job 0 (stage at Main.scala:0) failed, which touches up to 100 % of its working time.',
    ],
    [
      'several problems, what failed before what was slow',
      `app a  ends 12 s\njob 0\n ${SKEWED}\njob 1  failed "no such table"\n stage 1  tasks 4  ms 10  fails 1`,
      'The run took 12.0 s. First to look at: job 1 (stage at Main.scala:1) failed. 1 more below.',
    ],
    [
      'a log without an end',
      'job 0\n stage 0  tasks 4  ms 9 s\nwithout ApplicationEnd',
      'The run took 10.0 s. First to look at: the log does not have the whole run.',
    ],
    [
      'what matters little',
      'app a  ends 120 s\njob 0\n stage 0  tasks 4  ms 1  fails 1\njob 1\n stage 1  tasks 4  ms 100 s',
      'The run took 2 m 0 s and shows none of the problems that were looked for.',
    ],
  ])('on %s', async (_, text, sentence) => {
    expect(await verdictOn(text)).toBe(sentence);
  });

  it('does without a duration that the log does not tell', () => {
    const stats = { duration_ms: null, jobs: 1 } as RunStats;
    const insight = { title: 'Most task slots were idle', severity: 'low', share_of_run: 0.009 } as Insight;
    expect(verdict(stats, [insight])).toBe('First to look at: most task slots were idle.');
    expect(verdict(stats, [])).toBe('The run shows none of the problems that were looked for.');
  });
});
