import { describe, expect, it } from 'vitest';
import type { Problem } from '#lib/model/insight.ts';
import { withRun } from '#lib/testing/open-run.ts';
import type { Detector, DetectorContext, Finding, Outcome } from './detector.ts';
import { type RunOptions, runDetectors } from './run-detectors.ts';

/** Jobs run for 10 s of the 20 s that the application took. */
const RUN = 'app a  slots 4  ends 20 s\njob 0\n stage 0  tasks 4  ms 10 s';

type Detect = (context: DetectorContext) => Promise<Outcome>;

const detector = (id: Problem, detect: Detect): Detector => ({
  id,
  title: (found) => `${found.length} of ${id}`,
  whyItMatters: 'It does.',
  options: [],
  detect,
});
const finds = (id: Problem, ...found: readonly Partial<Finding>[]) =>
  detector(id, async () => ({ kind: 'findings', findings: found.map(finding) }));
/** A finding that touches so many ms, at most and at least. */
const touches = (upper_ms: number, more: Partial<Finding> = {}, lower_ms = 0) => ({
  ...more,
  impact: { lower_ms, upper_ms },
});
const breaks = (id: Problem, error: unknown) => detector(id, () => Promise.reject(error));

function finding(more: Partial<Finding>): Finding {
  return {
    cause: 'a cause',
    where: 'a place',
    stages: [],
    sqlExecutions: [],
    impact: { lower_ms: 0, upper_ms: 0 },
    confidence: 'high',
    whyConfidence: 'it is counted',
    evidence: [{ metric: 'answer', unit: 'count', sql: 'SELECT 42' }],
    ...more,
  };
}

const detect = (detectors: readonly Detector[], options?: RunOptions) =>
  withRun(RUN, (query) => runDetectors(detectors, query, options));

describe('runDetectors', () => {
  it('shows of each evidence what its SQL returns: one row, first column', async () => {
    const values = async (sql: string) => {
      const evidence = [{ metric: 'it', unit: 'count', sql }] as const;
      const { insights } = await detect([finds('spill', { evidence })]);
      return insights[0]?.evidence.map(({ value }) => value);
    };
    expect(await values('SELECT count(*) AS a, 7 AS b FROM tasks')).toEqual([4]);
    expect(await values("SELECT 'x' UNION ALL SELECT 'y' ORDER BY 1 DESC")).toEqual(['y']);
    expect(await values('SELECT NULL')).toEqual([null]);
    expect(await values('SELECT 1 WHERE false')).toEqual([null]);
    expect(await values('SELECT 9007199254740993')).toEqual(['9007199254740993']);
  });

  it('keeps metric, unit, comparison and SQL of an evidence', async () => {
    const { insights } = await detect([finds('spill', {})]);
    expect(insights[0]?.evidence).toEqual([
      { metric: 'answer', value: 42, unit: 'count', compared_with: null, sql: 'SELECT 42' },
    ]);
  });

  it('sorts insights by severity and then by the time they touch', async () => {
    const { insights } = await detect([
      finds('tiny-tasks', touches(900)),
      finds('task-skew', touches(1500)),
      finds('straggler', touches(10, { severity: 'high' })),
      finds('spill', touches(2000)),
      finds('gc-pressure', touches(100)),
    ]);
    expect(insights.map(({ problem, severity }) => `${problem} ${severity}`)).toEqual([
      'straggler high',
      'spill medium',
      'task-skew medium',
      'tiny-tasks low',
      'gc-pressure info',
    ]);
  });

  it('puts what comes first above what touches more time', async () => {
    const first: Detector = { ...finds('event-loss', touches(10, { severity: 'low' })), comesFirst: true };
    const { insights } = await detect([finds('spill', touches(9000)), first]);
    expect(insights.map(({ problem }) => problem)).toEqual(['event-loss', 'spill']);
  });

  it('never makes a severity milder than the share of time says', async () => {
    const { insights } = await detect([finds('spill', touches(5000, { severity: 'low' }))]);
    expect(insights[0]?.severity).toBe('high');
  });

  it('makes findings of one cause one insight, the largest first', async () => {
    const at = (where: string, stages: readonly string[]) => ({ where, stages, sqlExecutions: [1] });
    const { insights } = await detect([
      finds(
        'task-skew',
        touches(1000, { ...at('stage 0', ['0.0']), confidence: 'low' }, 800),
        touches(200, { ...at('stage 9', ['9.0']), cause: 'another cause' }),
        touches(3000, { ...at('stage 4', ['4.0', '0.0']), confidence: 'medium' }, 500),
      ),
    ]);
    expect(insights).toMatchObject([
      {
        id: 'task-skew-1',
        title: '2 of task-skew',
        confidence: 'medium',
        stages: ['4.0', '0.0'],
        sql_executions: [1],
        impact: { lower_ms: 800, upper_ms: 4000 },
        share_of_run: 0.4,
        occurrences: [{ where: 'stage 4' }, { where: 'stage 0' }],
        docs: '/reference/task-skew',
      },
      { id: 'task-skew-2', title: '1 of task-skew', occurrences: [{ where: 'stage 9' }] },
    ]);
  });

  it('lets no impact exceed the run, nor its lower end the upper one', async () => {
    const { insights } = await detect([finds('spill', touches(15_000), touches(99_000, {}, 50_000))]);
    expect(insights[0]).toMatchObject({
      impact: { lower_ms: 20_000, upper_ms: 20_000 },
      share_of_run: 1,
      occurrences: [
        { impact: { lower_ms: 20_000, upper_ms: 20_000 } },
        { impact: { lower_ms: 0, upper_ms: 15_000 } },
      ],
    });
  });

  it('goes on when a detector breaks, and reports it', async () => {
    const broken = [{ metric: 'it', unit: 'count', sql: 'SELECT nothing FROM nowhere' }] as const;
    const { insights, clear, not_applicable, failed } = await detect([
      breaks('spill', new Error('a defect')),
      breaks('straggler', 'a text'),
      finds('gc-pressure', { evidence: broken }),
      finds('task-skew', {}),
      detector('driver-gap', async () => ({ kind: 'clear', checked: 'all of it' })),
      detector('idle-cores', async () => ({ kind: 'not_applicable', reason: 'no slots' })),
    ]);
    expect(failed).toEqual([
      { problem: 'spill', message: 'a defect' },
      { problem: 'straggler', message: 'a text' },
      { problem: 'gc-pressure', message: expect.stringContaining('nowhere') },
    ]);
    expect(insights.map(({ problem }) => problem)).toEqual(['task-skew']);
    expect(clear).toEqual([{ problem: 'driver-gap', checked: 'all of it' }]);
    expect(not_applicable).toEqual([{ problem: 'idle-cores', reason: 'no slots' }]);
  });

  it('tells after each detector what is found so far', async () => {
    const steps: string[] = [];
    await detect(
      [finds('spill', {}), breaks('straggler', new Error('x')), finds('task-skew', touches(9000))],
      {
        onResult: ({ insights }, done, total) =>
          steps.push(`${done}/${total} ${insights.map(({ problem }) => problem).join(', ')}`),
      },
    );
    expect(steps).toEqual(['1/3 spill', '2/3 spill', '3/3 task-skew, spill']);
  });

  it('stops before the next detector when it is aborted', async () => {
    const controller = new AbortController();
    const asked: string[] = [];
    const asks = (id: Problem) =>
      detector(id, async () => {
        asked.push(id);
        return { kind: 'clear', checked: '' };
      });
    const onResult = () => controller.abort(new Error('the tab was closed'));
    const running = detect([asks('spill'), asks('task-skew')], { onResult, signal: controller.signal });
    await expect(running).rejects.toThrow('the tab was closed');
    expect(asked).toEqual(['spill']);
  });

  it('tells detectors what the run is', async () => {
    let run: DetectorContext['run'] | undefined;
    const looks = detector('spill', async (context) => {
      run = context.run;
      return { kind: 'clear', checked: '' };
    });
    await detect([looks]);
    expect(run).toEqual({
      windowMs: 10_000,
      runMs: 20_000,
      workMs: 10_000,
      slots: 4,
      slotMsOffered: 40_000,
      slotMsUsed: 40_000,
      isStreaming: false,
      hasTasks: true,
      hasSql: false,
      sparkVersion: '3.5.8',
    });
  });
});
