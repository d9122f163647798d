import {
  type Clear,
  type Evidence,
  type EvidenceUnit,
  type Impact,
  type Insight,
  type NotApplicable,
  type Occurrence,
  type Problem,
  SEVERITIES,
  type Severity,
} from '#lib/model/insight.ts';
import { runFacts } from '#lib/tables/queries/run-facts.ts';
import type { QueryRunner } from '#lib/tables/query-runner.ts';
import type { Detector, DetectorContext, EvidenceQuery, Finding, RunFacts } from './detector.ts';
import { severityOf } from './thresholds.ts';

export interface Findings {
  readonly insights: readonly Insight[];
  readonly clear: readonly Clear[];
  readonly not_applicable: readonly NotApplicable[];
  /** Detectors that broke: a defect of ours, shown rather than hidden. */
  readonly failed: readonly { readonly problem: Problem; readonly message: string }[];
}

export interface RunOptions {
  /** Called after each detector, so that insights show as they are found. */
  readonly onResult?: (findings: Findings, done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Runs detectors one after the other over the tables of one run. */
export async function runDetectors(
  detectors: readonly Detector[],
  query: QueryRunner,
  options: RunOptions = {},
): Promise<Findings> {
  const run = await runFacts(query);
  const context: DetectorContext = { query, run };
  const insights: Insight[] = [];
  const clear: Clear[] = [];
  const notApplicable: NotApplicable[] = [];
  const failed: { problem: Problem; message: string }[] = [];
  const first = new Set(detectors.flatMap(({ id, comesFirst }) => (comesFirst ? [id] : [])));
  let done = 0;
  const soFar = (): Findings => ({
    insights: [...insights].sort(byImportance(first)),
    clear: [...clear],
    not_applicable: [...notApplicable],
    failed: [...failed],
  });
  for (const detector of detectors) {
    options.signal?.throwIfAborted();
    try {
      const outcome = await detector.detect(context);
      if (outcome.kind === 'clear') clear.push({ problem: detector.id, checked: outcome.checked });
      else if (outcome.kind === 'not_applicable')
        notApplicable.push({ problem: detector.id, reason: outcome.reason });
      else {
        for (const group of byCause(outcome.findings))
          insights.push(await insightOf(detector, group, insights, context));
      }
    } catch (error) {
      failed.push({ problem: detector.id, message: error instanceof Error ? error.message : String(error) });
    }
    done++;
    options.onResult?.(soFar(), done, detectors.length);
  }
  return soFar();
}

type Group = readonly [Finding, ...Finding[]];

/** Findings of one cause together, the ones that touch most time first. */
function byCause(findings: readonly Finding[]): readonly Group[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.cause);
    if (group) group.push(finding);
    else groups.set(finding.cause, [finding]);
  }
  return [...groups.values()].map(
    (group) => group.sort((a, b) => b.impact.upper_ms - a.impact.upper_ms) as unknown as Group,
  );
}

async function insightOf(
  detector: Detector,
  group: Group,
  before: readonly Insight[],
  { query, run }: DetectorContext,
): Promise<Insight> {
  const [main] = group;
  // The parts may overlap in time, so their sum is a bound.
  const impact = withinRun(
    {
      lower_ms: Math.max(...group.map((finding) => finding.impact.lower_ms)),
      upper_ms: sum(group.map((finding) => finding.impact.upper_ms)),
    },
    run,
  );
  const evidence: Evidence[] = [];
  for (const row of main.evidence) evidence.push(await evaluate(row, query));
  const number = before.filter((insight) => insight.problem === detector.id).length + 1;
  return {
    id: `${detector.id}-${number}`,
    problem: detector.id,
    title: detector.title(group),
    why_it_matters: detector.whyItMatters,
    severity: worst([severityOf(impact.upper_ms, run), ...group.map((finding) => finding.severity)]),
    confidence: main.confidence,
    why_confidence: main.whyConfidence,
    stages: unique(group.flatMap((finding) => finding.stages)),
    sql_executions: unique(group.flatMap((finding) => finding.sqlExecutions)),
    evidence: evidence as unknown as Insight['evidence'],
    impact,
    share_of_run: Math.min(1, impact.upper_ms / run.workMs),
    occurrences: group.map((finding) => occurrence(finding, run)),
    options: detector.options,
    docs: `/reference/${detector.id}`,
  };
}

async function evaluate(row: EvidenceQuery, query: QueryRunner): Promise<Evidence> {
  const [first] = await query(row.sql);
  const value = first === undefined ? null : Object.values(first)[0];
  return {
    metric: row.metric,
    value: typeof value === 'number' || typeof value === 'string' ? value : null,
    unit: row.unit satisfies EvidenceUnit,
    compared_with: row.compared_with ?? null,
    sql: row.sql,
  };
}

function occurrence({ where, stages, sqlExecutions, impact }: Finding, run: RunFacts): Occurrence {
  return { where, stages, sql_executions: sqlExecutions, impact: withinRun(impact, run) };
}

/** A range in whole ms that is one: its end is no more than the run, its start no more than its end. */
function withinRun(impact: Impact, run: RunFacts): Impact {
  const upper_ms = Math.round(Math.min(impact.upper_ms, run.runMs));
  return { lower_ms: Math.min(Math.round(impact.lower_ms), upper_ms), upper_ms };
}

function worst(severities: readonly (Severity | undefined)[]): Severity {
  return SEVERITIES.find((severity) => severities.includes(severity)) ?? 'info';
}

function byImportance(first: ReadonlySet<Problem>): (a: Insight, b: Insight) => number {
  return (a, b) =>
    Number(first.has(b.problem)) - Number(first.has(a.problem)) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    b.impact.upper_ms - a.impact.upper_ms;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
