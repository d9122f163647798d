import type { Concept } from '#lib/explain/terms.ts';
import { recordOf } from '../run/scenario-run.ts';
import type { Outline } from '../scenario/outline.ts';
import type { LearnProgress } from './learn-progress.ts';

/** What somebody has shown to know of a concept. There is nothing to lose and nothing to keep up. */
export const LEVELS = ['new', 'seen', 'practised', 'can predict'] as const;
export type Level = (typeof LEVELS)[number];

/** Right predictions on so many different surfaces: a scenario, its variant, its question that comes back. */
export const SURFACES = 2;

/** A scenario, or what a list knows of it. */
type About = Pick<Outline, 'id' | 'concepts' | 'steps'>;

/**
 * seen: a scenario about it was begun. practised: something was changed in one until the checks held. can predict: right
 * predictions in two different places.
 */
export function conceptLevel(concept: Concept, scenarios: readonly About[], progress: LearnProgress): Level {
  if (rightPredictions(concept, scenarios, progress) >= SURFACES) return 'can predict';
  const about = scenarios.filter(({ concepts }) => concepts.includes(concept));
  const runs = about.flatMap((scenario) => {
    const run = progress.runs[scenario.id];
    return run ? [{ scenario, run }] : [];
  });
  const isPractised = runs.some(({ scenario, run }) =>
    scenario.steps.some((step) => step.kind === 'act' && recordOf(run, step.id).passed === true),
  );
  if (isPractised) return 'practised';
  return runs.length > 0 ? 'seen' : 'new';
}

/** On how many surfaces of all scenarios about a concept a prediction was right. */
export function rightPredictions(
  concept: Concept,
  scenarios: readonly About[],
  progress: LearnProgress,
): number {
  const about = scenarios.filter(({ concepts }) => concepts.includes(concept));
  return about.reduce((sum, scenario) => sum + rightSurfaces(scenario, progress), 0);
}

/** Several right answers in one place count once. */
function rightSurfaces({ id, steps }: About, { runs, recalls }: LearnProgress): number {
  const run = runs[id];
  const isRight = (kind: 'predict' | 'transfer') =>
    run !== undefined &&
    steps.some((step) => step.kind === kind && recordOf(run, step.id).answer?.outcome === 'right');
  return Number(isRight('predict')) + Number(isRight('transfer')) + Number((recalls[id]?.right ?? 0) > 0);
}
