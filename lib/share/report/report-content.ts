import { evidenceText } from '#lib/analyzers/run/evidence-text.ts';
import { formatBytes, formatCount, formatMoment, formatMs, plural } from '#lib/base/format.ts';
import type { Problem } from '#lib/model/insight.ts';
import type { Envelope } from '../envelope.ts';
import type { AnalysisState } from '../kinds/analysis.ts';
import type { InsightState, SharedEvidence, SharedInsight } from '../kinds/insight.ts';
import { CATEGORIES } from '../redaction/categories.ts';

/** What a report is written from: what a link carries. */
export interface ReportContent extends Pick<Envelope, 'made' | 'by' | 'hidden'> {
  readonly state: AnalysisState | InsightState;
}

/** The parts of a report as plain text, in reading order; each format only marks them up. */
export interface ReportParts {
  readonly title: string;
  /** What it is, where it comes from, what is hidden. */
  readonly about: readonly string[];
  /** Key figures: name and value. */
  readonly figures: readonly (readonly [string, string])[];
  /** What the log does not tell. */
  readonly trust: readonly string[];
  readonly insights: readonly SharedInsight[];
  readonly clear: readonly (readonly [Problem, checked: string])[];
  readonly notApplicable: readonly (readonly [Problem, reason: string])[];
}

export function reportParts({ state, made, by, hidden }: ReportContent): ReportParts {
  const about = [
    `Measured: read from what Spark recorded in this run.`,
    `Made${by ? ` by Shufflescope ${by}` : ' by Shufflescope'}${made ? ` on ${made}` : ''}.`,
    hidden.length > 0
      ? `Hidden before it was shared: ${hidden.map(categoryName).join(', ')}.`
      : 'Nothing was hidden.',
  ];
  if (state.kind === 'insight') {
    return {
      title: state.run ?? 'A Spark run',
      about,
      figures: [],
      trust: [],
      insights: [state.insight],
      clear: [],
      notApplicable: [],
    };
  }
  return {
    title: state.application.name ?? 'A Spark run',
    about,
    figures: figuresOf(state),
    trust: state.trust.map(({ severity, detail, affects }) => `${severity}: ${detail} ${affects}`),
    insights: state.insights,
    clear: state.clear.map(({ problem, checked }) => [problem, checked]),
    notApplicable: state.not_applicable.map(({ problem, reason }) => [problem, reason]),
  };
}

/** The figures of a run that say how large it was. */
export function figuresOf({ application, stats }: AnalysisState): readonly (readonly [string, string])[] {
  const optional: readonly (readonly [string, string | null])[] = [
    ['Spark', application.spark_version],
    ['Application id', application.app_id],
    ['User', application.spark_user],
    ['Start', application.start_time === null ? null : formatMoment(application.start_time)],
    ['Duration', stats.duration_ms === null ? null : formatMs(stats.duration_ms)],
    ['Jobs', `${formatCount(stats.jobs)}, ${formatCount(stats.failed_jobs)} failed`],
    ['Stages', `${formatCount(stats.stages)}, ${formatCount(stats.skipped_stages)} more skipped`],
    ['Tasks', `${formatCount(stats.tasks)}, ${formatCount(stats.failed_tasks)} failed`],
    ['Executors', `${formatCount(stats.executors)}, ${plural(stats.slots, 'task slot')}`],
    ['Time of all tasks', formatMs(stats.task_ms)],
    ['Read', formatBytes(stats.input_bytes)],
    ['Written', formatBytes(stats.output_bytes)],
    ['Shuffle read', formatBytes(stats.shuffle_read_bytes)],
    ['Shuffle written', formatBytes(stats.shuffle_write_bytes)],
    ['Spilled to disk', formatBytes(stats.disk_bytes_spilled)],
  ];
  return optional.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
}

/** Name, value and what it is held against, of one row of evidence. */
export function evidenceCells(row: SharedEvidence): readonly [string, string, string] {
  return [row.metric, evidenceText(row), row.compared_with ?? ''];
}

function categoryName(id: (typeof CATEGORIES)[number]['id']): string {
  return (CATEGORIES.find((each) => each.id === id)?.label ?? id).toLowerCase();
}
