import type { Question } from '../question/question.ts';
import { figuresIn } from '../scenario/prose.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Step, StepKind } from '../scenario/step.ts';
import { proseOf, questionProse, stepProse, storyProse } from './prose-of.ts';
import { wordProblems } from './word-problems.ts';

/** Every scenario has these, in this order; some more than once. */
const BEATS: readonly StepKind[] = ['observe', 'predict', 'act', 'verify', 'reflect', 'transfer', 'recall'];
/** What a step takes, in minutes, for the estimate of the whole. */
const MINUTES: Readonly<Record<StepKind, number>> = {
  ...{ observe: 0.5, predict: 1, act: 2.5, verify: 0.5, reflect: 1, transfer: 1, recall: 0 },
};
const MOST_STEPS = 10;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What can be said against a scenario without asking an engine. */
export function shapeProblems(scenario: Scenario): readonly string[] {
  return [
    ...identityProblems(scenario),
    ...beatProblems(scenario.steps),
    ...nameProblems(scenario),
    ...wordProblems(proseOf(scenario), scenario.figures),
    ...reachProblems(scenario),
    ...scenario.steps.flatMap(pointingProblems),
  ];
}

/** What is pointed at in a program is in the view that is shown: lines in the code, everything else in the graph. */
function pointingProblems(step: Step): readonly string[] {
  if (step.kind !== 'observe' || step.shows.tool !== 'playground') return [];
  const isOfCode = step.points === 'line';
  if (isOfCode === (step.shows.view === 'code')) return [];
  return [`${step.id}: ${step.points} is nothing to point at in the view ${step.shows.view}`];
}

function identityProblems({ id, title, minutes, story, steps }: Scenario): readonly string[] {
  const ids = steps.map((step) => step.id);
  const estimate = steps.reduce((sum, { kind }) => sum + MINUTES[kind], 1);
  return [
    ...(ID.test(id) ? [] : [`the id "${id}" is not in kebab case`]),
    ...(title.length <= 60 ? [] : ['the title has more than 60 characters']),
    ...(new Set(ids).size === ids.length ? [] : ['two steps have the same id']),
    ...ids.filter((each) => !ID.test(each)).map((each) => `the step id "${each}" is not in kebab case`),
    ...(figuresIn(story.symptom).length > 0 ? [] : ['the symptom has no number']),
    ...(Math.abs(minutes - estimate) <= estimate / 3
      ? []
      : [`says ${minutes} minutes; its steps take about ${estimate}`]),
  ];
}

function beatProblems(steps: Scenario['steps']): readonly string[] {
  const kinds = steps.map(({ kind }) => kind);
  const firsts = BEATS.map((kind) => kinds.indexOf(kind));
  return [
    ...BEATS.filter((_, i) => firsts[i]! < 0).map((kind) => `has no step of kind ${kind}`),
    ...(firsts.every((first, i) => i === 0 || first > firsts[i - 1]!)
      ? []
      : [`its steps begin in the order ${BEATS.join(', ')}`]),
    ...(kinds.length <= MOST_STEPS ? [] : [`has ${kinds.length} steps, ${MOST_STEPS} is the most`]),
    ...(kinds.at(-1) === 'recall' ? [] : ['recall is its last step']),
  ];
}

/** Names of situations, figures and steps that something refers to. */
function nameProblems({ situations, figures, steps }: Scenario): readonly string[] {
  const missing: string[] = [];
  const situation = (name: string, where: string) => {
    if (!Object.hasOwn(situations, name)) missing.push(`${where}: there is no situation ${name}`);
  };
  const figure = (name: string, where: string) => {
    if (!Object.hasOwn(figures, name)) missing.push(`${where}: there is no figure ${name}`);
  };
  for (const [name, { of }] of Object.entries(figures)) situation(of, `figure ${name}`);
  steps.forEach((step, i) => {
    if ('shows' in step) situation(step.shows.situation, step.id);
    if (step.kind === 'act') situation(step.solution, step.id);
    if (step.kind === 'verify') {
      const before = steps.slice(0, i).flatMap(({ kind, id }) => (kind === 'predict' ? [id] : []));
      for (const id of step.of)
        if (!before.includes(id)) missing.push(`${step.id}: ${id} is no predict step before it`);
      if (step.of.length === 0) missing.push(`${step.id}: shows no prediction`);
      for (const { before, after } of step.compare) for (const name of [before, after]) figure(name, step.id);
      for (const { predicted, simulated, measured } of step.agree)
        for (const name of [predicted, simulated, measured]) if (name) figure(name, step.id);
    }
    if (step.kind === 'predict' || step.kind === 'recall')
      for (const name of figuresOf(step.question)) figure(name, step.id);
  });
  return missing;
}

export function figuresOf(question: Question): readonly string[] {
  const { needs } = question;
  if (question.kind === 'slider')
    return [...needs, question.truth, ...question.beliefs.map(({ answer }) => answer)];
  return question.kind === 'order' ? [...needs, ...question.items.map(({ by }) => by)] : needs;
}

/** What one needs to know for a question is shown in the story, in a step before, or in the question itself. */
function reachProblems({ story, steps }: Scenario): readonly string[] {
  const shown = new Set(storyProse(story).flatMap(({ text }) => figuresIn(text)));
  return steps.flatMap((step) => {
    const asked = step.kind === 'predict' ? [step.prose, step.question.ask] : [step.prose];
    for (const text of asked) for (const name of figuresIn(text)) shown.add(name);
    const unmet = step.kind === 'predict' ? step.question.needs.filter((name) => !shown.has(name)) : [];
    for (const name of shownBy(step)) shown.add(name);
    return [
      ...unmet.map((name) => `${step.id}: needs {${name}}, which is not shown before`),
      ...revealed(step, shown),
    ];
  });
}

function shownBy(step: Step): readonly string[] {
  return stepProse(step).flatMap(({ text }) => figuresIn(text));
}

/** The words around a question do not give its answer away. */
function revealed(step: Step, shown: ReadonlySet<string>): readonly string[] {
  if (step.kind !== 'predict' || step.question.kind !== 'slider') return [];
  const { truth } = step.question;
  const around = [
    step.prose,
    ...questionProse(step.question)
      .slice(0, 1)
      .map(({ text }) => text),
  ];
  return around.some((text) => figuresIn(text).includes(truth)) && shown.has(truth)
    ? [`${step.id}: shows {${truth}}, which is what it asks for`]
    : [];
}
