import { describe, expect, it } from 'vitest';
import { findIn } from '#lib/testing/find-in-run.ts';
import { eventLoss } from './event-loss.ts';

const RUN = `app a  slots 4
  job 0
    stage 0  tasks 12  ms 100
    stage 1  tasks 4  ms 100`;
const find = (run: string) => findIn(eventLoss, run);

describe('eventLoss', () => {
  it('finds completed stages whose tasks do not all have an end', async () => {
    const { insights } = await find(`${RUN}\nwithout TaskEnd every 4`);
    expect(insights).toMatchObject([
      {
        title: 'Events are missing in the log',
        severity: 'medium',
        confidence: 'high',
        stages: ['0.0', '1.0'],
        impact: { lower_ms: 0, upper_ms: 0 },
        evidence: { 'task ends missing in completed stages': 4, 'stages concerned': 2 },
      },
    ]);
  });

  it('names the stage when it is one', async () => {
    const { insights } = await find(`${RUN}\nwithout TaskEnd every 9`);
    expect(insights[0]).toMatchObject({ title: 'Events are missing in stage 0.0', stages: ['0.0'] });
  });

  it('adds the starts that are missing, if any', async () => {
    const { insights } = await find(`${RUN}\nwithout TaskEnd every 8\nwithout TaskStart every 5`);
    expect(insights[0]?.evidence).toMatchObject({
      'task ends missing in completed stages': 2,
      'task starts missing': 3,
    });
  });

  it.each([
    ['every task has its end', RUN],
    ['only starts are missing', `${RUN}\nwithout TaskStart every 3`],
    [
      'the log was cut while a stage ran',
      'job 0  open\n stage 0  tasks 8  ms 100  running 2  open\nwithout ApplicationEnd',
    ],
    ['a copy that lost has no end', 'job 0\n stage 0  tasks 8  ms 100  speculative 2 loses'],
    ['tasks failed and were tried again', 'job 0\n stage 0  tasks 8  ms 100  fails 2x2 "no"'],
    [
      'a retry repeats what was lost',
      'job 0\n stage 0  tasks 8  ms 10\n stage 0.1  tasks 2  ms 10  partitions 3 5',
    ],
    [
      'a stage that was skipped repeats what was lost',
      `job 0\n stage 0  tasks 8  ms 10
       job 1\n stage 1  tasks 8  skipped\n stage 1.1  tasks 2  ms 10  partitions 3 5\n stage 2  tasks 4  ms 10`,
    ],
  ])('is clear when %s', async (_, run) => {
    expect((await find(run)).kind).toBe('clear');
  });

  it('has nothing to judge in a log without tasks', async () => {
    expect(await find('app a  ends 9 s')).toMatchObject({
      kind: 'not applicable',
      why: 'The log has no tasks.',
    });
  });
});
