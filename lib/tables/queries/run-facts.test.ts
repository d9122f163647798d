import { describe, expect, it } from 'vitest';
import { withRun } from '#lib/testing/open-run.ts';
import { runFacts } from './run-facts.ts';

describe('runFacts', () => {
  it('knows how long the run worked, on how many slots, and what it has', async () => {
    const run = `
      app a  spark 3.5.8  slots 2  ends 10 s
      job 0  sql 1
        stage 0  tasks 2  ms 400
      plan 1 Scan`;
    expect(await withRun(run, runFacts)).toEqual({
      windowMs: 400,
      runMs: 10_000,
      workMs: 400,
      slots: 2,
      slotMsOffered: 800,
      slotMsUsed: 800,
      isStreaming: false,
      hasTasks: true,
      hasSql: true,
      sparkVersion: '3.5.8',
    });
  });

  it('takes the whole run for the work where no job took any time', async () => {
    expect(await withRun('app a  ends 10 s\njob 0', runFacts)).toMatchObject({
      windowMs: 0,
      workMs: 10_000,
      hasTasks: false,
      hasSql: false,
    });
  });

  it('has nothing to divide by zero with, whatever the log lacks', async () => {
    const empty = 'app a  ends 0\nwithout ApplicationStart\nwithout LogStart\nwithout ExecutorAdded';
    const facts = await withRun(`${empty}\nwithout BlockManagerAdded\nwithout ApplicationEnd`, runFacts);
    expect(facts).toMatchObject({ slots: 0, slotMsUsed: 0, sparkVersion: null });
    expect(facts.runMs).toBeGreaterThan(0);
    expect(facts.workMs).toBeGreaterThan(0);
  });
});
