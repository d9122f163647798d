import type { CheckResult } from '#lib/learn/check/check.ts';
import type { QueryAnswer } from '#lib/learn/engine/engine-state.ts';
import type { WorkspacePatch } from '#lib/learn/engine/workspace.ts';
import type { Answer, Judgement } from '#lib/learn/question/question.ts';
import type { Values } from '#lib/learn/scenario/figure.ts';
import type { Target } from '#lib/learn/scenario/step.ts';

/**
 * The worker's face. What a scenario asks of the engines are functions of their states; they run beside the engines, and
 * only words and numbers cross. Steps and situations go by name.
 */
export interface LearnWorker {
  /**
   * Looks at every situation of a scenario and of its variant. Figures are told as they come: predicted and simulated
   * ones first, measured ones when their log is read.
   */
  figures(scenario: string, seed: number, onFigures: (figures: KnownFigures) => void): Promise<void>;
  /** Some of a scenario's figures. Logs are read only where one of these is asked for. */
  values(scenario: string, names: readonly string[]): Promise<Values>;
  /** What can be pointed at in an observe step, and what is meant. */
  targets(scenario: string, step: string): Promise<PointingTask>;
  /** Predict, transfer and recall steps: the answer held against what the engines say. */
  judge(scenario: string, seed: number, step: string, answer: Answer): Promise<Judgement>;
  /** Act steps: whether the work does it. */
  check(scenario: string, step: string, work: WorkspacePatch): Promise<CheckedWork>;
}

export interface KnownFigures {
  readonly values: Values;
  /** Figures of the transfer step's variant. */
  readonly variant: Values;
  /** Logs that are still to be read. */
  readonly waiting: readonly string[];
  /** Why an engine had nothing to say, for people. */
  readonly problems: readonly string[];
}

export interface PointingTask {
  readonly targets: readonly Target[];
  readonly meant: readonly string[];
}

export interface CheckedWork {
  readonly checks: readonly CheckResult[];
  /** What was to stay as it was. */
  readonly keeps: readonly CheckResult[];
  /** The wrong turn that shows, where one does. */
  readonly slip: { readonly id: string; readonly say: string } | undefined;
  /** Why an engine could not look at the work: text that is no Python, knobs out of range, SQL that failed. */
  readonly problems: readonly string[];
  /** Rows of the learner's SQL. */
  readonly answer: QueryAnswer | undefined;
}
