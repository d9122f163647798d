import type { WorkspacePatch } from '../engine/workspace.ts';
import type { Answer, Confidence, Outcome } from '../question/question.ts';

/** Where somebody is in a scenario and what they did: plain data that is stored after every event. Times in epoch ms. */
export interface ScenarioRun {
  readonly scenario: string;
  /** Which variant the transfer step has. */
  readonly seed: number;
  /** Index of the step that is shown. */
  readonly at: number;
  /** The step that a shared link led to: those before it are open, whether they are done or not. */
  readonly joinedAt?: number;
  readonly steps: Readonly<Record<string, StepRecord>>;
  readonly startedAt: number;
  readonly finishedAt: number | null;
}

/** What was done in one step. */
export interface StepRecord {
  /** Of predict and transfer steps: committed, and from then on as it is. */
  readonly answer?: CommittedAnswer;
  /** Of act steps: the work so far. */
  readonly work?: WorkspacePatch;
  readonly passed?: true;
  /** Checks asked for that did not all hold; places pointed at that were not meant. */
  readonly failed: number;
  /** Rungs of the hints that were climbed, 0 to 3. */
  readonly hints: number;
  readonly worked?: 'taken' | 'dismissed';
  /** Of reflect steps: one's own sentence, or nothing where somebody would rather not. */
  readonly text?: string;
  /** Of reflect steps: what was typed and not kept yet. */
  readonly draft?: string;
}

export interface CommittedAnswer {
  readonly answer: Answer;
  readonly confidence: Confidence | null;
  /** Why, in the learner's words. */
  readonly why: string;
  readonly outcome: Outcome;
}

export const EMPTY_RECORD: StepRecord = { failed: 0, hints: 0 };

export function newRun(scenario: string, seed: number, now: number): ScenarioRun {
  return { scenario, seed, at: 0, steps: {}, startedAt: now, finishedAt: null };
}

export function recordOf({ steps }: ScenarioRun, id: string): StepRecord {
  return steps[id] ?? EMPTY_RECORD;
}
