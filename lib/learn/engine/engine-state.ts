import type { Clear, Insight, Severity } from '#lib/model/insight.ts';
import type { PlanGraph } from '#lib/plan/graph/plan-graph.ts';
import type { Prediction } from '#lib/plan/prediction.ts';
import type { PipelineRun } from '#lib/simulator/pipeline/pipeline-run.ts';

/**
 * What the three engines say of one workspace. Questions, checks and the numbers in prose are functions of it and of
 * nothing else: no answer is stored.
 */
export interface EngineState {
  readonly prediction?: CodeState;
  readonly simulation?: PipelineRun;
  readonly measurement?: Measurement;
  /** Why an engine gave nothing, for people: knobs out of range, text that is no Python, SQL that failed. */
  readonly problems: readonly string[];
}

/** PREDICTED: what Spark will do with the program, and what the rules find in it. */
export interface CodeState {
  readonly prediction: Prediction;
  /** The physical view: its bands are the stages with their tasks. */
  readonly graph: PlanGraph;
  readonly findings: readonly CodeFinding[];
}

export interface CodeFinding {
  readonly id: string;
  /** The rule's name, such as `window-without-partition`. */
  readonly name: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly line: number;
}

/** MEASURED: what the log of a real run says. */
export interface Measurement {
  /** Results of the scenario's queries by name: the first column of the first row; null where the log does not tell. */
  readonly figures: Readonly<Record<string, number | string | null>>;
  readonly stages: readonly MeasuredStage[];
  readonly insights: readonly Insight[];
  readonly clear: readonly Clear[];
  /** Rows of the learner's own query, where there is one that ran. */
  readonly answer?: QueryAnswer;
}

/** A stage attempt that ran. Times in ms. */
export interface MeasuredStage {
  /** "4.0": id and attempt. */
  readonly stage: string;
  readonly name: string;
  readonly num_tasks: number;
  readonly stage_ms: number;
  readonly median_ms: number | null;
  readonly max_ms: number | null;
}

export type QueryAnswer = readonly Readonly<Record<string, unknown>>[];
