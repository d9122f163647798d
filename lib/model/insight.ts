/**
 * The vocabulary of findings. An insight is a measured problem with its evidence; the type makes one without
 * evidence impossible. Field names are public (the command line prints them), hence snake_case.
 */

/** Ids of the problem catalogue; public and stable. */
export const PROBLEMS = [
  'task-skew',
  'straggler',
  'slow-executor',
  'spill',
  'gc-pressure',
  'out-of-memory',
  'tiny-tasks',
  'few-partitions',
  'oversized-partitions',
  'small-files-read',
  'small-files-written',
  'repeated-scan',
  'cache-inefficient',
  'oversized-broadcast',
  'missed-broadcast',
  'cartesian-join',
  'row-explosion',
  'single-partition-stage',
  'python-udf',
  'idle-cores',
  'driver-gap',
  'slow-start',
  'scheduler-delay',
  'fetch-wait',
  'speculation-waste',
  'task-failures',
  'stage-retry',
  'executor-lost',
  'job-failed',
  'cancelled-job',
  'incomplete-log',
  'event-loss',
  'aqe-disabled',
  'sort-fallback',
  'unpruned-partitions',
  'schema-inference',
  'slow-commit',
  'large-result',
  'streaming-lag',
] as const;
export type Problem = (typeof PROBLEMS)[number];

/** Worst first. */
export const SEVERITIES = ['high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];
export type Confidence = 'high' | 'medium' | 'low';

/** Unit of an evidence value; `ratio` is a plain quotient (46 means 46 times), `share` is 0..1. */
export type EvidenceUnit =
  | 'ms'
  | 'bytes'
  | 'records'
  | 'tasks'
  | 'files'
  | 'count'
  | 'ratio'
  | 'share'
  | 'text';

/** One number that speaks for the insight, and the SQL that returns exactly it. */
export interface Evidence {
  readonly metric: string;
  readonly value: number | string | null;
  readonly unit: EvidenceUnit;
  /** What the value is held against, in words and numbers, e.g. "median 9 s (n = 200)". */
  readonly compared_with: string | null;
  readonly sql: string;
}

/** Something one can do, what it costs, and when not to. Never a promise. */
export interface Option {
  readonly action: string;
  readonly trade_off: string;
  readonly avoid_when: string;
}

/** Wall-clock time of the run that the problem touches, as a range; not what a fix would save. */
export interface Impact {
  readonly lower_ms: number;
  readonly upper_ms: number;
}

/** One place where the problem shows. */
export interface Occurrence {
  readonly where: string;
  readonly stages: readonly string[];
  readonly sql_executions: readonly number[];
  readonly impact: Impact;
}

export interface Insight {
  readonly id: string;
  readonly problem: Problem;
  readonly title: string;
  readonly why_it_matters: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly why_confidence: string;
  /** "<stage id>.<attempt>", largest impact first. */
  readonly stages: readonly string[];
  readonly sql_executions: readonly number[];
  readonly evidence: readonly [Evidence, ...Evidence[]];
  readonly impact: Impact;
  /** Share of the run's time that the problem touches at most, 0..1. */
  readonly share_of_run: number;
  readonly occurrences: readonly Occurrence[];
  readonly options: readonly Option[];
  /** Path of the page that explains the problem. */
  readonly docs: string;
}

/** A problem that was looked for and not found. */
export interface Clear {
  readonly problem: Problem;
  readonly checked: string;
}

/** A problem that could not be looked for in this log. */
export interface NotApplicable {
  readonly problem: Problem;
  readonly reason: string;
}
