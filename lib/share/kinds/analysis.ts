import type { Overview, RunStats, TrustFact } from '#lib/analyzers/run/report.ts';
import type { Findings } from '#lib/analyzers/run/run-detectors.ts';
import { type Clear, type NotApplicable, PROBLEMS } from '#lib/model/insight.ts';
import { type Decoder, list, maybe, number, oneOf, shape, text } from '../codec/decode.ts';
import { insightDecoder, type SharedInsight, sharedInsight } from './insight.ts';

/** Which run it was; names can be hidden. Times in epoch ms. */
export interface SharedApplication {
  readonly name: string | null;
  readonly app_id: string | null;
  readonly spark_user: string | null;
  readonly spark_version: string | null;
  readonly start_time: number | null;
}

/** What was found in a run: figures, insights with their evidence, and what was checked. Never a row of a table. */
export interface AnalysisState {
  readonly kind: 'analysis';
  readonly application: SharedApplication;
  readonly stats: RunStats;
  readonly trust: readonly TrustFact[];
  readonly insights: readonly SharedInsight[];
  readonly clear: readonly Clear[];
  readonly not_applicable: readonly NotApplicable[];
}

const problem = oneOf(PROBLEMS);

export const analysisState: Decoder<AnalysisState> = shape<AnalysisState>({
  kind: oneOf(['analysis']),
  application: shape<SharedApplication>({
    name: maybe(text()),
    app_id: maybe(text()),
    spark_user: maybe(text()),
    spark_version: maybe(text(100)),
    start_time: maybe(number),
  }),
  stats: shape<RunStats>({
    duration_ms: maybe(number),
    jobs: number,
    failed_jobs: number,
    stages: number,
    skipped_stages: number,
    tasks: number,
    failed_tasks: number,
    executors: number,
    slots: number,
    sql_executions: number,
    task_ms: number,
    input_bytes: number,
    output_bytes: number,
    shuffle_read_bytes: number,
    shuffle_write_bytes: number,
    disk_bytes_spilled: number,
  }),
  trust: list(
    shape<TrustFact>({
      fact: text(200),
      severity: oneOf(['error', 'warning', 'info']),
      count: number,
      detail: text(),
      affects: text(),
    }),
    60,
  ),
  insights: list(insightDecoder, 200),
  clear: list(shape<Clear>({ problem, checked: text() })),
  not_applicable: list(shape<NotApplicable>({ problem, reason: text() })),
});

/** The summary of a run that is open. Columns that the log does not have are null. */
export function analysisSummary(
  { application, stats, trust }: Overview,
  findings: Pick<Findings, 'insights' | 'clear' | 'not_applicable'>,
): AnalysisState {
  return {
    kind: 'analysis',
    application: {
      name: words(application.name),
      app_id: words(application.app_id),
      spark_user: words(application.spark_user),
      spark_version: words(application.spark_version),
      start_time: typeof application.start_time === 'number' ? application.start_time : null,
    },
    stats,
    trust,
    insights: findings.insights.map(sharedInsight),
    clear: findings.clear,
    not_applicable: findings.not_applicable,
  };
}

function words(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
