import { describe, expect, it } from 'vitest';
import { exists, UserError } from '#lib/base/assert.ts';
import type { Engines } from '#lib/learn/engine/look-at.ts';
import { nodeEngines, SHORT_SCENARIO } from '#lib/learn/testing.ts';
import { SCENARIOS } from '#scenarios/registry.ts';
import { skewedJoin } from '#scenarios/skewed-join/scenario.ts';
import { LearnEngine } from './learn-engine.ts';
import type { KnownFigures } from './protocol.ts';

const load = async (id: string) =>
  exists(
    [SHORT_SCENARIO, ...SCENARIOS].find((each) => each.id === id),
    id,
  );
const learn = new LearnEngine(nodeEngines, load);
/** Where the bundled logs cannot be had. */
const offline: Engines = {
  ...nodeEngines,
  measure: () => Promise.reject(new UserError('The log could not be loaded.', 'Are you offline?')),
};

async function figuresOf(engine: LearnEngine, scenario: string): Promise<readonly KnownFigures[]> {
  const told: KnownFigures[] = [];
  await engine.figures(scenario, 7, (figures) => told.push(figures));
  return told;
}

describe('figures', () => {
  it('come at once where there is no log, with those of the variant', async () => {
    const [told, ...more] = await figuresOf(learn, 'short');
    expect(more).toEqual([]);
    expect(told).toMatchObject({ values: { tasks: 200, after: 8 }, waiting: [], problems: [] });
    expect(told?.variant.count).toBeGreaterThanOrEqual(20);
  });

  it('come predicted and simulated first, measured as logs are read', async () => {
    const told = await figuresOf(learn, 'skewed-join');
    expect(told.map(({ waiting }) => waiting.length)).toEqual([2, 1, 0]);
    expect(told[0]?.values).toMatchObject({ partitions: 32, join: expect.any(String) });
    expect(told[0]?.values).not.toHaveProperty('longestMs');
    expect(Object.keys(told.at(-1)!.values).toSorted()).toEqual(Object.keys(skewedJoin.figures).toSorted());
  }, 60_000);

  it('say why a log tells nothing, and the others stay', async () => {
    const told = await figuresOf(new LearnEngine(offline, load), 'skewed-join');
    expect(told.at(-1)).toMatchObject({
      ...{ waiting: [], problems: ['The log could not be loaded. Are you offline?'] },
      values: { partitions: 32 },
    });
  });
});

describe('values', () => {
  it('are those that are asked for; without their log, why not', async () => {
    const without = new LearnEngine(offline, load);
    expect(await without.values('skewed-join', ['partitions'])).toEqual({ partitions: 32 });
    await expect(without.values('skewed-join', ['partitions', 'longestMs'])).rejects.toThrow('offline');
  });
});

describe('judge', () => {
  const partitions = (value: number) => ({ kind: 'number', value }) as const;

  it('holds an answer against what the engines say', async () => {
    expect(await learn.judge('short', 7, 'guess', partitions(200))).toMatchObject({
      ...{ outcome: 'right', truth: partitions(200) },
    });
    expect(await learn.judge('short', 7, 'again', { kind: 'no-idea' })).toMatchObject({
      outcome: 'no-idea',
    });
  });

  it('holds the answer of the transfer against the variant of the seed', async () => {
    const { truth } = await learn.judge('short', 7, 'elsewhere', { kind: 'no-idea' });
    expect(await learn.judge('short', 7, 'elsewhere', truth)).toMatchObject({ outcome: 'right' });
    expect((await learn.judge('short', 8, 'elsewhere', { kind: 'no-idea' })).truth).not.toEqual(truth);
  });

  it('needs no log for what code and knobs tell', async () => {
    const without = new LearnEngine(offline, load);
    expect(await without.judge('skewed-join', 7, 'again', { kind: 'option', id: 'below' })).toMatchObject({
      outcome: 'right',
    });
    expect(
      await without.judge('skewed-join', 7, 'shape', { kind: 'bars', bars: [8, 1, 1, 1, 1, 1, 1, 1] }),
    ).toMatchObject({ truth: { kind: 'bars' } });
  });
});

describe('targets', () => {
  it('are what can be pointed at, some of them meant', async () => {
    const { targets, meant } = await learn.targets('short', 'look');
    expect(targets.map(({ id }) => id)).toEqual(expect.arrayContaining([...meant]));
    expect(targets.length).toBeGreaterThan(meant.length);
  });

  it('of a log are its stages; without it, why there are none', async () => {
    const { targets, meant } = await learn.targets('skewed-join', 'find-the-stage');
    expect([targets.length > 3, meant.length]).toEqual([true, 1]);
    await expect(new LearnEngine(offline, load).targets('skewed-join', 'find-the-stage')).rejects.toThrow(
      'could not be loaded',
    );
  }, 60_000);
});

describe('check', () => {
  const check = (shufflePartitions: number) => learn.check('short', 'fix', { knobs: { shufflePartitions } });

  it('passes the solution, and not what is as it was', async () => {
    expect(await check(8)).toMatchObject({ checks: [{ id: 'few', holds: true }], problems: [] });
    expect(await learn.check('short', 'fix', {})).toMatchObject({ checks: [{ holds: false }] });
  });

  it('tells the wrong turn that shows', async () => {
    expect(await check(400)).toMatchObject({ checks: [{ holds: false }], slip: { id: 'more' } });
  });

  it('says what an engine could not look at', async () => {
    const { problems, checks } = await check(-1);
    expect([problems.length, checks[0]?.holds]).toEqual([1, false]);
  });

  it('passes a scenario with its solution and tells each of its wrong turns', async () => {
    const step = skewedJoin.steps.find((each) => each.kind === 'act')!;
    const { checks, keeps } = await learn.check('skewed-join', step.id, step.otherWays[0]!.patch);
    expect([...checks, ...keeps].every(({ holds }) => holds)).toBe(true);
    for (const { id, patch } of step.slips)
      expect(await learn.check('skewed-join', step.id, patch)).toMatchObject({ slip: { id } });
  }, 60_000);

  it('gives the rows of the learner’s own query, and says where it fails', async () => {
    const id = 'window-without-partition';
    const step = (await load(id)).steps.find(
      (each) => each.kind === 'act' && each.levers.some(({ kind }) => kind === 'sql'),
    )!;
    expect((await learn.check(id, step.id, { sql: 'SELECT 1 AS one' })).answer).toEqual([{ one: 1 }]);
    const failed = await learn.check(id, step.id, { sql: 'SELECT nothing FROM nowhere' });
    expect(failed).toMatchObject({ answer: undefined, checks: [{ holds: false }] });
    expect(failed.problems).toHaveLength(1);
  }, 60_000);

  it('keeps to the logs of the scenario, whatever stored work says', async () => {
    const step = skewedJoin.steps.find((each) => each.kind === 'act')!;
    const work = { ...step.otherWays[0]!.patch, log: '../../elsewhere' };
    expect(await learn.check('skewed-join', step.id, work)).toMatchObject({ problems: [] });
  });
});
