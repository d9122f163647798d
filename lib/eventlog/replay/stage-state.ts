import type { RowOf } from '#lib/tables/schema/column.ts';
import type { stages } from '#lib/tables/schema/stages.ts';
import { METRIC_COUNT, TASK_METRICS } from '#lib/tables/schema/task-metrics.ts';
import { array, flag, integers, type Json, moment, number, objects, text } from '../json.ts';
import { IndexSet } from './index-set.ts';
import type { JobState } from './job-state.ts';

export type StageStatus = 'PENDING' | 'ACTIVE' | 'COMPLETE' | 'SKIPPED' | 'FAILED';

/** One stage attempt while the log is read. Counters follow Spark's AppStatusListener. */
export class StageState {
  readonly id: number;
  readonly attempt: number;
  status: StageStatus = 'PENDING';
  /** Jobs that count this attempt's tasks: those running when it was submitted. */
  jobs: JobState[] = [];
  /** False once it ended and no task is running: the History Server ignores what comes later. */
  live = true;

  name = '';
  details = '';
  description: string | null = null;
  numTasks = 0;
  parentIds: readonly number[] = [];
  rddIds: readonly number[] = [];
  submissionTime: number | undefined;
  completionTime: number | undefined;
  failureReason: string | null = null;
  pool = 'default';
  sqlExecutionId: number | null = null;
  resourceProfileId = 0;
  shufflePush = false;
  mergers = 0;

  activeTasks = 0;
  completeTasks = 0;
  failedTasks = 0;
  killedTasks = 0;
  /** Attempts that ended in any way, duplicates not counted. */
  endedTasks = 0;
  /** Ends for which the log has no start. */
  endsWithoutStart = 0;
  firstLaunch = Number.POSITIVE_INFINITY;
  readonly completedIndices = new IndexSet();
  readonly metrics = new Float64Array(METRIC_COUNT);
  /** Final values of accumulators as StageCompleted reports them; kept for SQL metrics only. */
  accumulables: ReadonlyMap<number, number> | undefined;
  submittedSeen = false;
  completedSeen = false;

  constructor(id: number, attempt: number) {
    this.id = id;
    this.attempt = attempt;
  }

  /** Takes over a "Stage Info" object (JobStart, StageSubmitted and StageCompleted carry one). */
  setInfo(info: Json): void {
    this.name = text(info, 'Stage Name') ?? this.name;
    this.details = text(info, 'Details') ?? this.details;
    this.numTasks = number(info, 'Number of Tasks') ?? this.numTasks;
    if (Array.isArray(info['Parent IDs'])) this.parentIds = integers(info, 'Parent IDs');
    if (Array.isArray(info['RDD Info'])) {
      this.rddIds = objects(info, 'RDD Info')
        .map((rdd) => number(rdd, 'RDD ID'))
        .filter((id) => id !== undefined);
    }
    this.submissionTime = moment(info, 'Submission Time') ?? this.submissionTime;
    this.completionTime = moment(info, 'Completion Time') ?? this.completionTime;
    this.failureReason = text(info, 'Failure Reason') ?? this.failureReason;
    this.resourceProfileId = number(info, 'Resource Profile Id') ?? this.resourceProfileId;
    this.shufflePush = flag(info, 'Shuffle Push Enabled') ?? this.shufflePush;
    this.mergers = number(info, 'Shuffle Push Mergers Count') ?? this.mergers;
  }

  setAccumulables(info: Json): void {
    const values = new Map<number, number>();
    for (const entry of array(info, 'Accumulables') as readonly Json[]) {
      if (entry?.Metadata !== 'sql') continue;
      const id = number(entry, 'ID');
      const value = number(entry, 'Value');
      if (id !== undefined && value !== undefined) values.set(id, value);
    }
    this.accumulables = values;
  }

  addMetrics(metrics: Float64Array): void {
    const sums = this.metrics;
    for (let i = 0; i < METRIC_COUNT; i++) sums[i] = sums[i]! + metrics[i]!;
  }

  row(jobIds: readonly number[]): RowOf<typeof stages> {
    const sums: Record<string, number> = {};
    for (const [i, metric] of TASK_METRICS.entries())
      sums[metric.stageName ?? metric.name] = this.metrics[i]!;
    return {
      ...sums,
      stage_id: this.id,
      attempt_id: this.attempt,
      status: this.status,
      name: this.name,
      description: this.description,
      details: this.details,
      num_tasks: this.numTasks,
      num_active_tasks: this.activeTasks,
      num_complete_tasks: this.completeTasks,
      num_failed_tasks: this.failedTasks,
      num_killed_tasks: this.killedTasks,
      num_completed_indices: this.completedIndices.size,
      submission_time: this.submissionTime ?? null,
      first_task_launched_time: Number.isFinite(this.firstLaunch) ? this.firstLaunch : null,
      completion_time: this.completionTime ?? null,
      failure_reason: this.failureReason,
      scheduling_pool: this.pool,
      parent_stage_ids: this.parentIds,
      rdd_ids: this.rddIds,
      job_ids: jobIds,
      sql_execution_id: this.sqlExecutionId,
      resource_profile_id: this.resourceProfileId,
      is_shuffle_push_enabled: this.shufflePush,
      shuffle_mergers_count: this.mergers,
    } as RowOf<typeof stages>;
  }
}
