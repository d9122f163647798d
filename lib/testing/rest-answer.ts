import { PEAK_METRICS } from '#lib/tables/schema/executors.ts';

/** What the History Server's REST API answered over a log, as the packing script keeps it. */

export type RestRow = Readonly<Record<string, unknown>>;

export interface RestAnswer {
  readonly application: { readonly id: string; readonly name: string; readonly attempts: readonly RestRow[] };
  readonly jobs: readonly RestRow[];
  readonly stages: readonly RestRow[];
  readonly tasks: { readonly columns: readonly string[]; readonly rows: readonly (readonly unknown[])[] };
  readonly executors: readonly RestRow[];
  readonly sql: readonly RestExecution[];
  readonly rdds: readonly RestRow[];
  readonly environment: Readonly<Record<string, unknown>>;
}

export interface RestExecution extends RestRow {
  readonly id: number;
  readonly nodes: readonly RestNode[];
  readonly edges: readonly { readonly fromId: number; readonly toId: number }[];
}

export interface RestNode {
  readonly nodeId: number;
  readonly nodeName: string;
  readonly wholeStageCodegenId?: number;
  readonly desc?: string;
  readonly metrics: readonly { readonly name: string; readonly value: string }[];
}

/** Rows of one table by the names of our columns; what the answer does not have is left out. */
export type TruthTables = Readonly<Record<string, readonly RestRow[]>>;

/** The REST names become our columns: snake_case, task metrics without their prefix, times in ms since 1970. */
export function truthTables(answer: RestAnswer): TruthTables {
  const tasks = answer.tasks.rows.map((row) =>
    plain(answer.tasks.columns.flatMap((name, i) => [[taskColumn(name), row[i]] as const])),
  );
  const [attempt = {}] = answer.application.attempts;
  return {
    application: [applicationRow(answer.application, attempt)],
    jobs: answer.jobs.map((row) => plain(columns(row))),
    stages: answer.stages.map((row) => plain(columns(row))),
    tasks: tasks.map(withReadBytes),
    task_quantiles: answer.stages.flatMap(quantiles),
    executors: answer.executors.map((row) => ({
      ...plain(columns(row, { id: 'executor_id' })),
      ...peaks(row),
    })),
    sql_executions: answer.sql.map((row) => plain(columns(row, { id: 'execution_id' }))),
    cached_rdds: answer.rdds.map((row) => plain(columns(row, { id: 'rdd_id' }))),
    properties: properties(answer.environment),
  };
}

function applicationRow(
  { id, name }: { readonly id: string; readonly name: string },
  attempt: RestRow,
): RestRow {
  return {
    app_id: id,
    name,
    start_time: moment(attempt.startTime),
    end_time: moment(attempt.endTime),
    duration: attempt.duration,
    spark_user: attempt.sparkUser,
    completed: attempt.completed,
    spark_version: attempt.appSparkVersion,
  };
}

/** Spark reports quantiles of what it calls read_bytes and of nested groups. */
function quantiles(stage: RestRow): readonly RestRow[] {
  const all = stage.taskMetricsDistributions as RestRow | undefined;
  if (!all) return [];
  const lists = Object.entries(all).flatMap(([name, list]) =>
    Array.isArray(list) ? [[snake(name), list] as const] : nested(name, list as RestRow),
  );
  const at = all.quantiles as readonly number[];
  return lists
    .filter(([metric]) => metric !== 'quantiles')
    .flatMap(([metric, list]) =>
      at.map((quantile, i) => ({
        stage_id: stage.stageId,
        attempt_id: stage.attemptId,
        metric,
        quantile,
        value: list[i],
      })),
    );
}

function nested(group: string, of: RestRow): readonly (readonly [string, readonly unknown[]])[] {
  return Object.entries(of).flatMap(([name, list]) =>
    Array.isArray(list)
      ? [[taskColumn(`${group}.${name}`), list] as const]
      : nested(`${group}.shufflePushReadMetrics`, list as RestRow),
  );
}

function columns(
  row: RestRow,
  renamed: Readonly<Record<string, string>> = {},
): readonly (readonly [string, unknown])[] {
  return Object.entries(row).map(([name, value]) => [renamed[name] ?? snake(name), value] as const);
}

function plain(entries: readonly (readonly [string, unknown])[]): RestRow {
  const kept = entries.filter(([name, value]) => !NOT_COMPARED.has(name) && !isRecord(value));
  return Object.fromEntries(kept.map(([name, value]) => [name, moment(value)]));
}

function withReadBytes(task: RestRow): RestRow {
  const { shuffle_remote_bytes_read: remote, shuffle_local_bytes_read: local } = task;
  return typeof remote === 'number' && typeof local === 'number'
    ? { ...task, shuffle_read_bytes: remote + local }
    : task;
}

/** Zero means that Spark did not sample; we say NULL. */
function peaks(executor: RestRow): RestRow {
  const all = (executor.peakMemoryMetrics ?? {}) as Readonly<Record<string, number>>;
  return Object.fromEntries(PEAK_METRICS.map(([column, key]) => [column, all[key] || null]));
}

function properties(environment: RestAnswer['environment']): readonly RestRow[] {
  const sections = {
    spark: 'sparkProperties',
    hadoop: 'hadoopProperties',
    system: 'systemProperties',
    metrics: 'metricsProperties',
    classpath: 'classpathEntries',
  };
  const listed = Object.entries(sections).flatMap(([source, section]) =>
    ((environment[section] ?? []) as readonly (readonly [string, string])[]).map(([name, value]) => ({
      source,
      name,
      value,
    })),
  );
  const { javaVersion, javaHome, scalaVersion } = (environment.runtime ?? {}) as Readonly<
    Record<string, string>
  >;
  const jvm = { 'Java Version': javaVersion, 'Java Home': javaHome, 'Scala Version': scalaVersion };
  return [...listed, ...Object.entries(jvm).map(([name, value]) => ({ source: 'jvm', name, value }))];
}

function taskColumn(name: string): string {
  const column = snake(name).replace(/^task_metrics\./, '');
  return (
    SHORT[column] ??
    column.replace(/^shuffle_read_metrics\.(shuffle_push_read_metrics\.)?/, 'shuffle_').replaceAll('.', '_')
  );
}

const SHORT: Readonly<Record<string, string>> = {
  'input_metrics.bytes_read': 'input_bytes',
  'input_metrics.records_read': 'input_records',
  'output_metrics.bytes_written': 'output_bytes',
  'output_metrics.records_written': 'output_records',
  'shuffle_read_metrics.records_read': 'shuffle_read_records',
  'shuffle_write_metrics.bytes_written': 'shuffle_write_bytes',
  'shuffle_write_metrics.records_written': 'shuffle_write_records',
  'shuffle_write_metrics.write_time': 'shuffle_write_time',
  'shuffle_write_metrics.write_bytes': 'shuffle_write_bytes',
  'shuffle_write_metrics.write_records': 'shuffle_write_records',
};

function snake(name: string): string {
  return name.replace(/(?<=[a-z0-9])([A-Z])/g, (letter) => `_${letter.toLowerCase()}`).toLowerCase();
}

/** "2026-11-21T08:33:26.753GMT" -> epoch ms; anything else as it is. */
function moment(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT[\d:.]+GMT$/.test(value)) return value;
  return Date.parse(value.replace('GMT', 'Z'));
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Answers without a column of ours, and those compared elsewhere (plans). */
const NOT_COMPARED: ReadonlySet<string> = new Set([
  'accumulator_updates',
  'blacklisted_in_stages',
  'excluded_in_stages',
  'is_blacklisted',
  'edges',
  'nodes',
  'partitions',
  'data_distribution',
]);
