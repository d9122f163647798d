import { describe, expect, it } from 'vitest';
import { findIn } from '#lib/testing/find-in-run.ts';
import { executorLost } from './executor-lost.ts';

const find = (run: string) => findIn(executorLost, run);

/** Executor 1 goes after 2 s, while it runs its second task; executor 2 does the rest. */
const lost = (reason: string, at = '2 s') =>
  `executor 1  cores 1  lost ${at} "${reason}"
   executor 2  cores 1
   job 0
     stage 0  tasks 8  ms 800`;

describe('executorLost', () => {
  it('finds an executor that was killed while it ran a task', async () => {
    const { insights } = await find(lost('Command exited with code 137'));
    expect(insights).toMatchObject([
      {
        title: 'Executor lost: executor 1',
        confidence: 'high',
        why_confidence: 'the log gives the reason of the removal',
        // The task had run for 200 ms; one of two slots lost them.
        impact: { lower_ms: 100, upper_ms: 200 },
        evidence: {
          'reason of the removal': 'Command exited with code 137',
          'task attempts lost with it': 1,
        },
      },
    ]);
  });

  it.each([
    'Executor killed by driver.',
    'Executor idle for 60 seconds',
    'Executor decommission: spark.scale.down',
    'Command exited with code 0',
    'SparkContext was shut down',
    'Application finished',
  ])('does not call an executor lost that was let go on purpose: %s', async (reason) => {
    expect((await find(lost(reason))).kind).toBe('clear');
  });

  it.each([
    'Command exited with code 137',
    'Command exited with code 52',
    'Executor heartbeat timed out after 120000 ms',
    'Container from a bad node: container_1 on host: h. Exit status: 143',
    'worker lost',
  ])('calls it lost for any other reason: %s', async (reason) => {
    expect((await find(lost(reason))).insights[0]?.evidence['reason of the removal']).toBe(reason);
  });

  it('is less sure where the log gives no reason', async () => {
    const [insight] = (await find(lost(''))).insights;
    expect(insight).toMatchObject({
      confidence: 'medium',
      why_confidence: 'the log has the removal without a reason',
    });
  });

  it('counts removals before the last job ended; afterwards every application lets its executors go', async () => {
    // The jobs end 4.6 s after the start: executor 2 runs six of the eight tasks.
    expect((await find(lost('worker lost', '4000'))).kind).toBe('found');
    expect((await find(lost('worker lost', '9 s'))).kind).toBe('clear');
  });

  it('sees an executor that died before it had registered', async () => {
    const { insights } = await find(`${lost('Command exited with code 1', '500')}\nwithout ExecutorAdded 2`);
    expect(insights[0]?.occurrences.map(({ where }) => where)).toEqual(['executor 1']);
  });

  it('puts all of them into one insight', async () => {
    const { insights } = await find(
      `executor 1  cores 1  lost 2 s "worker lost"\nexecutor 3  cores 1  lost 2 s "worker lost"\n${lost('x').split('\n').slice(1).join('\n')}`,
    );
    expect(insights).toMatchObject([{ title: '2 executors lost' }]);
  });

  it('does not apply to local mode', async () => {
    expect(await find('app a  slots 4\njob 0\n stage 0  tasks 4  ms 100')).toMatchObject({
      kind: 'not applicable',
      why: 'Local mode: the driver runs the tasks, there is no executor to lose.',
    });
  });
});
