import { describe, expect, it } from 'vitest';
import type { Scenario } from '../scenario/scenario.ts';
import type { ActStep, ObserveStep, PredictStep, Step, StepKind } from '../scenario/step.ts';
import { lookInNode, SHORT_SCENARIO } from '../testing.ts';
import { scenarioProblems } from './scenario-problems.ts';
import { shapeProblems } from './shape-problems.ts';

const problemsOf = (scenario: Scenario) =>
  scenarioProblems(scenario, (workspace) => lookInNode(workspace, scenario));

/** The short scenario with one step of a kind changed. */
function withStep<S extends Step>(kind: StepKind, change: Partial<S>): Scenario {
  const steps = SHORT_SCENARIO.steps.map((step) => (step.kind === kind ? { ...step, ...change } : step));
  return { ...SHORT_SCENARIO, steps: steps as unknown as Scenario['steps'] };
}
const act = SHORT_SCENARIO.steps.find((step) => step.kind === 'act') as ActStep;
const predict = SHORT_SCENARIO.steps.find((step) => step.kind === 'predict') as PredictStep;
const slider = predict.question as Extract<PredictStep['question'], { kind: 'slider' }>;

describe('scenarioProblems', () => {
  it('finds nothing against a scenario that is as it should be', async () => {
    expect(await problemsOf(SHORT_SCENARIO)).toEqual([]);
  });

  it('wants a solution that passes every check', async () => {
    expect(await problemsOf(withStep<ActStep>('act', { solution: 'start' }))).toEqual([
      'fix: the solution does not pass few',
    ]);
  });

  it('wants a start that fails every check', async () => {
    const checks: ActStep['checks'] = [{ id: 'any', says: 'Anything.', holds: () => true }];
    expect(await problemsOf(withStep<ActStep>('act', { checks }))).toEqual([
      'fix: any holds at the start',
      'fix: the wrong turn more passes',
    ]);
  });

  it('wants other right ways to pass and wrong turns to be told', async () => {
    const otherWays = [{ says: 'Even more.', patch: { knobs: { shufflePartitions: 500 } } }];
    expect(await problemsOf(withStep<ActStep>('act', { otherWays }))).toEqual([
      'fix: "Even more." does not pass few',
    ]);
    const slips = act.slips.map((slip) => ({ ...slip, when: () => false }));
    expect(await problemsOf(withStep<ActStep>('act', { slips }))).toEqual([
      'fix: the wrong turn more is told as nothing',
    ]);
  });

  it('wants no change that the levers do not allow', async () => {
    expect(await problemsOf(withStep<ActStep>('act', { levers: [{ kind: 'code' }] }))).toContain(
      'fix: changes the knob shufflePartitions, which is no lever',
    );
  });

  it('wants three hints with something in each', async () => {
    const hints: ActStep['hints'] = ['Look.', '', 'Look.'];
    expect(await problemsOf(withStep<ActStep>('act', { hints }))).toEqual([
      'fix: hint 2: is empty',
      'fix: two hints are the same',
    ]);
  });

  it('wants what a question needs to be shown before', async () => {
    const question = { ...slider, needs: ['after'] };
    expect(await problemsOf(withStep<PredictStep>('predict', { question }))).toEqual([
      'guess: needs {after}, which is not shown before',
    ]);
  });

  it('wants an answer within the range, and none that is given away', async () => {
    const question = { ...slider, max: 100, ask: 'Are there {tasks}?' };
    expect(await problemsOf(withStep<PredictStep>('predict', { question }))).toEqual([
      'guess: shows {tasks}, which is what it asks for',
      'guess: the answer 200 is not between 1 and 100',
    ]);
  });

  it('wants beliefs that are wrong', async () => {
    const question = { ...slider, beliefs: [{ answer: 'tasks', say: 'That is it.' }] };
    expect(await problemsOf(withStep<PredictStep>('predict', { question }))).toEqual([
      'guess: the belief tasks is right: 200',
    ]);
  });

  it('wants words without promises, numbers of its own and British spelling', async () => {
    const reveal = 'It will be faster by 20 %, and its behaviour {unknown}.';
    expect(await problemsOf(withStep<PredictStep>('predict', { reveal }))).toEqual([
      'guess: reveal: promises: "will be fast"',
      'guess: reveal: is not American: "behaviour"',
      'guess: reveal: has a number that no engine computed: "20"',
      'guess: reveal: shows {unknown}, which is no figure',
    ]);
  });

  it('wants texts that are short enough', async () => {
    const prose = `${'A word '.repeat(45)}and more.`;
    expect(await problemsOf(withStep<PredictStep>('predict', { prose }))).toEqual([
      'guess: prose: has 92 words, 90 is the most',
      'guess: prose: has a sentence of 92 words',
    ]);
  });

  it('wants every kind of step, in order', async () => {
    const without = SHORT_SCENARIO.steps.filter(({ kind }) => kind !== 'transfer');
    const problems = await problemsOf({ ...SHORT_SCENARIO, steps: without as unknown as Scenario['steps'] });
    expect(problems).toContain('has no step of kind transfer');
    const [first, second, ...rest] = SHORT_SCENARIO.steps;
    const swapped = [second, first, ...rest] as unknown as Scenario['steps'];
    expect(await problemsOf({ ...SHORT_SCENARIO, steps: swapped })).toContain(
      'its steps begin in the order observe, predict, act, verify, reflect, transfer, recall',
    );
  });

  it('wants names that lead somewhere, minutes that fit and a number in the symptom', async () => {
    expect(await problemsOf(withStep<ActStep>('act', { solution: 'nowhere' }))).toEqual([
      'fix: there is no situation nowhere',
    ]);
    const story = { ...SHORT_SCENARIO.story, symptom: 'It is slow.' };
    expect(await problemsOf({ ...SHORT_SCENARIO, minutes: 30, story })).toEqual([
      'the symptom has no number',
      'says 30 minutes; its steps take about 7.5',
    ]);
  });

  it('wants what is pointed at in a program to be in the view that is shown', () => {
    const pointing = (points: ObserveStep['points'], view: 'code' | 'physical') =>
      shapeProblems(
        withStep<ObserveStep>('observe', { points, shows: { tool: 'playground', situation: 'start', view } }),
      );
    expect(pointing('operator', 'code')).toEqual(['look: operator is nothing to point at in the view code']);
    expect(pointing('line', 'physical')).toEqual(['look: line is nothing to point at in the view physical']);
    expect([...pointing('line', 'code'), ...pointing('exchange', 'physical')]).toEqual([]);
  });

  it('wants no figure that nobody sees', async () => {
    const spare = { of: 'start', unit: 'count', read: () => 1 } as const;
    const figures = { ...SHORT_SCENARIO.figures, spare };
    expect(await problemsOf({ ...SHORT_SCENARIO, figures })).toEqual(['figure spare is used nowhere']);
  });

  it('wants agreement where it is claimed, and a difference where that is', async () => {
    const agree = [
      { what: 'Tasks', predicted: 'tasks', simulated: 'after', within: 1.1, why: 'They are.' },
      { what: 'Same', predicted: 'tasks', simulated: 'tasks', within: 1.1, why: 'No.', differs: true },
      { what: 'Alone', predicted: 'tasks', within: 1, why: 'It is.' },
    ] as const;
    expect(await problemsOf(withStep('verify', { agree } as Partial<Step>))).toEqual([
      'see: Tasks: does not agree: 200, 8',
      'see: Same: is said to differ, but does not: 200, 200',
      'see: Alone: one engine alone agrees with nothing',
    ]);
  });
});
