import type { Recall } from '../recall/recall.ts';
import type { ScenarioRun } from '../run/scenario-run.ts';

/** All that is kept of a learner, on their own machine only. */
export interface LearnProgress {
  readonly runs: Readonly<Record<string, ScenarioRun>>;
  readonly recalls: Readonly<Record<string, Recall>>;
}

export const NO_PROGRESS: LearnProgress = { runs: {}, recalls: {} };
