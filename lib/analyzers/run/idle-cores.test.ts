import { describe, expect, it } from 'vitest';
import { findIn } from '#lib/testing/find-in-run.ts';
import { idleCores } from './idle-cores.ts';

/** One job of one stage on four slots of the driver. */
const find = (stage: string, more = '') =>
  findIn(idleCores, `app a  slots 4  ends 60 s\njob 0\n stage 0  ${stage}\n${more}`);

describe('idleCores', () => {
  it('finds a run that used two of its four slots', async () => {
    const { insights } = await find('tasks 2  ms 10 s');
    expect(insights).toMatchObject([
      {
        title: 'Most task slots were idle',
        severity: 'high',
        confidence: 'high',
        stages: [],
        impact: { lower_ms: 0, upper_ms: 5000 },
        share_of_run: 0.5,
        evidence: { 'share of the slot time in which a task ran': 0.5, 'idle slot time': 20_000 },
        comparedWith: {
          'share of the slot time in which a task ran': '4 slots over 10.0 s',
          'idle slot time': '40.0 s offered',
        },
      },
    ]);
  });

  it.each([
    ['half of the slot time', 'tasks 2  ms 10 s', 'tasks 3  ms 10 s, 10 s, 1'],
    ['20 core-seconds', 'tasks 1  ms 5 s', 'tasks 1  ms 4999'],
  ])('has its bound at %s', async (_, idle, fine) => {
    expect((await find(idle)).kind).toBe('found');
    expect((await find(fine)).kind).toBe('clear');
  });

  it('tells how much was used when that is enough', async () => {
    expect((await find('tasks 3  ms 10 s')).why).toBe('Tasks ran in 75 % of the slot time.');
  });

  it('counts pauses between jobs, but not the time before the first and after the last', async () => {
    // 4 slots for 5 s + 10 s + 5 s and 20 ms between; the run itself ends after 60 s.
    const { insights } = await find('tasks 4  ms 5 s', 'gap 10 s\njob 1\n stage 1  tasks 4  ms 5 s');
    expect(insights[0]?.evidence['idle slot time']).toBe(4 * 10_010);
    expect((await find('tasks 4  ms 20 s')).kind).toBe('clear');
  });

  it('offers the slots of an executor from its arrival to its loss', async () => {
    const cluster = (second: string) =>
      findIn(
        idleCores,
        `executor 1  cores 2
         executor 2  cores 2  ${second}
         job 0
           stage 0  tasks 2  ms 10 s  on 1`,
      );
    expect((await cluster('')).insights[0]?.evidence['share of the slot time in which a task ran']).toBe(0.5);
    // The job begins after 1 s: 20 s of 20 + 2 x 5 s.
    expect((await cluster('lost 6 s "idle"')).why).toBe('Tasks ran in 67 % of the slot time.');
    expect((await cluster('at 6 s')).why).toBe('Tasks ran in 67 % of the slot time.');
  });

  it('counts slots as used while failed attempts and copies hold them', async () => {
    expect((await find('tasks 4  ms 5 s  fails 4x2')).kind).toBe('clear');
    // 4 x 10 s, of which the last is copied after 5 s and loses: 1 ms more, and the others idle for it.
    expect((await find('tasks 3  ms 10 s  speculative 1 loses')).why).toBe(
      'Tasks ran in 87 % of the slot time.',
    );
  });

  it.each([
    ['skipped stages', 'tasks 4  skipped', '', 'The log has no tasks.'],
    [
      'unknown slots',
      'ms 10 s',
      'without ExecutorAdded',
      'The log does not tell how many task slots there were.',
    ],
    ['streams', 'ms 10 s', 'batch 0', 'A streaming query waits for its next trigger; idle slots are normal.'],
  ])('does not apply to %s', async (_, stage, more, why) => {
    expect(await find(stage, more)).toEqual({ kind: 'not applicable', why, insights: [] });
  });
});
