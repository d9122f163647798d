import type { Concept } from '#lib/explain/terms.ts';
import type { Outline } from '../scenario/outline.ts';
import { conceptLevel, type Level, rightPredictions, SURFACES } from './concept-level.ts';
import type { LearnProgress } from './learn-progress.ts';

export interface ConceptStanding {
  readonly level: Level;
  /** What leads to the next level, for people; undefined at the last. */
  readonly next: string | undefined;
}

/** Where somebody stands with a concept, and what is missing for the next level. */
export function conceptStanding(
  concept: Concept,
  scenarios: readonly Outline[],
  progress: LearnProgress,
): ConceptStanding {
  const level = conceptLevel(concept, scenarios, progress);
  const right = rightPredictions(concept, scenarios, progress);
  const next: Readonly<Record<Level, string | undefined>> = {
    new: 'Begin a scenario about it.',
    seen: 'Next: change something in a scenario until its checks hold.',
    practised: `Next: predict rightly in ${SURFACES} places; ${right} so far.`,
    'can predict': undefined,
  };
  return { level, next: next[level] };
}
