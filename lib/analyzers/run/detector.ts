import type { Confidence, EvidenceUnit, Impact, Option, Problem, Severity } from '#lib/model/insight.ts';
import type { QueryRunner } from '#lib/tables/query-runner.ts';

/** What every detector knows about the run before it asks. Times in ms. */
export interface RunFacts {
  /** From the first job's start to the last job's end. */
  readonly windowMs: number;
  /** From the application's start to its end. */
  readonly runMs: number;
  /**
   * What shares are shares of: the window in which jobs ran (starting the application is no part of the work), or
   * the whole run when there was no job. At least 1.
   */
  readonly workMs: number;
  /** Largest number of task slots that were there at once; 0 when the log does not tell. */
  readonly slots: number;
  readonly slotMsOffered: number;
  readonly slotMsUsed: number;
  /** Structured Streaming: batches start by trigger, so waiting is normal. */
  readonly isStreaming: boolean;
  readonly hasTasks: boolean;
  readonly hasSql: boolean;
  readonly sparkVersion: string | null;
}

export interface DetectorContext {
  readonly query: QueryRunner;
  readonly run: RunFacts;
}

/** An evidence row before its SQL has run: the value shown is the one the SQL returns. */
export interface EvidenceQuery {
  readonly metric: string;
  readonly unit: EvidenceUnit;
  readonly compared_with?: string;
  /** One row, first column. */
  readonly sql: string;
}

/** The problem in one place. Findings with the same `cause` become one insight with occurrences. */
export interface Finding {
  readonly cause: string;
  readonly where: string;
  readonly stages: readonly string[];
  readonly sqlExecutions: readonly number[];
  readonly impact: Impact;
  readonly confidence: Confidence;
  readonly whyConfidence: string;
  readonly evidence: readonly [EvidenceQuery, ...EvidenceQuery[]];
  /** Only where the share of time does not say how bad it is, e.g. a failed job. */
  readonly severity?: Severity;
}

export type Outcome =
  | { readonly kind: 'findings'; readonly findings: readonly Finding[] }
  | { readonly kind: 'clear'; readonly checked: string }
  | { readonly kind: 'not_applicable'; readonly reason: string };

export interface Detector {
  readonly id: Problem;
  /** Its insights stand above all others, whatever the time that they touch. */
  readonly comesFirst?: true;
  /** Title of an insight, in the voice of the problem; findings are of one cause, largest first. */
  readonly title: (findings: readonly [Finding, ...Finding[]]) => string;
  /** One sentence: why care. */
  readonly whyItMatters: string;
  readonly options: readonly Option[];
  detect(context: DetectorContext): Promise<Outcome>;
}

export function findings(list: readonly Finding[], checkedWhenNone: string): Outcome {
  return list.length > 0 ? { kind: 'findings', findings: list } : { kind: 'clear', checked: checkedWhenNone };
}

export function notApplicable(reason: string): Outcome {
  return { kind: 'not_applicable', reason };
}
