import type { EngineState } from '../engine/engine-state.ts';
import type { Workspace } from '../engine/workspace.ts';
import { figureText, readFigures, type Values } from '../scenario/figure.ts';
import { seededRandom } from '../scenario/random.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { ObserveStep, Step, Surface, TransferStep, VerifyStep } from '../scenario/step.ts';
import { actProblems } from './act-problems.ts';
import { questionProse } from './prose-of.ts';
import { questionProblems } from './question-problems.ts';
import { unusedFigures } from './unused-figures.ts';
import { wordProblems } from './word-problems.ts';

export type Look = (workspace: Workspace) => Promise<EngineState>;
type States = Readonly<Record<string, EngineState>>;

/** Variants that are looked at. */
const SEEDS = [1, 2, 3, 4] as const;
const ENGINE: Readonly<Record<Surface['tool'], 'prediction' | 'simulation' | 'measurement'>> = {
  ...{ playground: 'prediction', simulator: 'simulation', analyzer: 'measurement' },
};

/** What the engines say against a scenario: they are asked for every situation, solution, wrong turn and variant. */
export async function engineProblems(scenario: Scenario, look: Look): Promise<readonly string[]> {
  const states: Record<string, EngineState> = {};
  for (const [name, workspace] of Object.entries(scenario.situations)) states[name] = await look(workspace);
  const unseen = Object.entries(states).flatMap(([name, { problems }]) =>
    problems.map((problem) => `situation ${name}: ${problem}`),
  );
  if (unseen.length > 0) return unseen;
  const values = readFigures(scenario.figures, states);
  const unused = unusedFigures(scenario, values).map((name) => `figure ${name} is used nowhere`);
  const problems = [...unreadable(states), ...figureProblems(values), ...unused];
  for (const step of scenario.steps)
    for (const problem of await stepProblems(step, scenario, { states, values, look }))
      problems.push(`${step.id}: ${problem}`);
  return problems;
}

interface Asked {
  readonly states: States;
  readonly values: Values;
  readonly look: Look;
}

async function stepProblems(step: Step, scenario: Scenario, asked: Asked): Promise<readonly string[]> {
  const { states, values, look } = asked;
  const hidden = 'shows' in step ? surfaceProblems(step.shows, states) : [];
  if (hidden.length > 0) return hidden;
  switch (step.kind) {
    case 'observe':
      return observeProblems(step, states[step.shows.situation]!);
    case 'predict':
    case 'recall':
      return questionProblems(step.question, values, states);
    case 'act':
      return actProblems(step, scenario, states[step.solution]!, look);
    case 'verify':
      return agreementProblems(step, values);
    case 'transfer':
      return transferProblems(step, look);
    case 'reflect':
      return [];
  }
}

function surfaceProblems({ tool, situation }: Surface, states: States): readonly string[] {
  return states[situation]?.[ENGINE[tool]] ? [] : [`the ${tool} has nothing to show of ${situation}`];
}

/** A program of ours holds nothing that cannot be known, but for what only a run can tell. */
function unreadable(states: States): readonly string[] {
  return Object.entries(states).flatMap(([name, { prediction }]) =>
    (prediction?.prediction.unresolved ?? [])
      .filter(({ what }) => !what.includes('depends on the run'))
      .map(({ line, what }) => `situation ${name}: line ${line}: ${what}`),
  );
}

function figureProblems(values: Values): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === '' || (typeof value === 'number' && !Number.isFinite(value))
      ? [`figure ${name} is ${value}`]
      : [],
  );
}

function observeProblems({ among, meant }: ObserveStep, state: EngineState): readonly string[] {
  const ids = among(state).map(({ id }) => id);
  const right = meant(state);
  return [
    ...(new Set(ids).size === ids.length ? [] : ['two targets have the same id']),
    ...(right.length > 0 ? [] : ['nothing is meant']),
    ...right.filter((id) => !ids.includes(id)).map((id) => `${id} is meant but not among the targets`),
    ...(right.length < ids.length ? [] : ['everything is meant']),
  ];
}

function agreementProblems({ agree }: VerifyStep, values: Values): readonly string[] {
  return agree.flatMap(({ what, predicted, simulated, measured, within, differs }) => {
    const given = [predicted, simulated, measured].flatMap((name) => (name ? [Number(values[name])] : []));
    if (given.length < 2) return [`${what}: one engine alone agrees with nothing`];
    const apart = Math.max(...given) / Math.min(...given);
    if (differs)
      return apart > within ? [] : [`${what}: is said to differ, but does not: ${given.join(', ')}`];
    return apart <= within ? [] : [`${what}: does not agree: ${given.join(', ')}`];
  });
}

async function transferProblems({ vary }: TransferStep, look: Look): Promise<readonly string[]> {
  const problems: string[] = [];
  const told = new Set<string>();
  for (const seed of SEEDS) {
    const { story, workspace, shows, figures, question, reveal } = vary(seededRandom(seed));
    const state = await look(workspace);
    const states = { variant: state };
    if (state.problems.length > 0) return state.problems.map((problem) => `variant ${seed}: ${problem}`);
    const values = readFigures(figures, states);
    const words = wordProblems(
      [
        { where: 'story', text: story, mostWords: 70 },
        ...questionProse(question),
        { where: 'reveal', text: reveal, mostWords: 80 },
      ],
      figures,
    );
    const found = [
      ...words,
      ...surfaceProblems(shows, states),
      ...questionProblems(question, values, states),
    ];
    problems.push(...found.map((problem) => `variant ${seed}: ${problem}`));
    told.add(
      JSON.stringify(Object.entries(values).map(([name, value]) => figureText(value, figures[name]!.unit))),
    );
  }
  return told.size > 1 ? problems : [...problems, 'every seed gives the same variant'];
}
