import type { RowOf } from '#lib/tables/schema/column.ts';
import type { jobs } from '#lib/tables/schema/jobs.ts';
import { integers, type Json, moment, number, object, objects, text } from '../json.ts';
import type { StageState } from './stage-state.ts';

export type JobStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED';

/** One job while the log is read. Counters follow Spark's AppStatusListener. */
export class JobState {
  readonly id: number;
  status: JobStatus = 'RUNNING';
  /** False after its end: stages submitted later do not count for it. */
  live = true;
  name = '';
  description: string | null = null;
  group: string | null = null;
  tags: readonly string[] = [];
  callSite: string | null = null;
  sqlExecutionId: number | null = null;
  stageIds: readonly number[] = [];
  submissionTime: number | undefined;
  completionTime: number | undefined;
  failure: string | null = null;
  numTasks = 0;
  activeTasks = 0;
  completedTasks = 0;
  failedTasks = 0;
  killedTasks = 0;
  skippedTasks = 0;
  activeStages = 0;
  failedStages = 0;
  readonly completedStages = new Set<number>();
  readonly skippedStages = new Set<number>();
  startSeen = false;
  /** Stages of the job whose output was there when it started. */
  readonly reused: StageState[] = [];

  constructor(id: number) {
    this.id = id;
  }

  start(event: Json): void {
    this.startSeen = true;
    const infos = objects(event, 'Stage Infos');
    const properties = object(event, 'Properties');
    this.submissionTime = moment(event, 'Submission Time');
    this.stageIds = integers(event, 'Stage IDs');
    // Stages with an end are there already and will be skipped (Spark class AppStatusListener.onJobStart).
    const missing = infos.filter((info) => moment(info, 'Completion Time') === undefined);
    this.numTasks = missing.reduce((sum, info) => sum + (number(info, 'Number of Tasks') ?? 0), 0);
    const last = infos.reduce<Json | undefined>(
      (best, info) => ((number(info, 'Stage ID') ?? -1) >= (number(best, 'Stage ID') ?? -1) ? info : best),
      undefined,
    );
    this.name = text(last, 'Stage Name') ?? '';
    this.description = text(properties, 'spark.job.description') ?? null;
    this.group = text(properties, 'spark.jobGroup.id') ?? null;
    this.tags = (text(properties, 'spark.job.tags') ?? '').split(',').filter((tag) => tag !== '');
    this.callSite = text(properties, 'callSite.long') ?? text(last, 'Details') ?? null;
    this.sqlExecutionId = number(properties, 'spark.sql.execution.id') ?? null;
  }

  end(event: Json): void {
    this.completionTime = moment(event, 'Completion Time');
    const result = object(event, 'Job Result');
    this.status = text(result, 'Result') === 'JobSucceeded' ? 'SUCCEEDED' : 'FAILED';
    this.failure = this.status === 'FAILED' ? (text(object(result, 'Exception'), 'Message') ?? null) : null;
  }

  row(completedIndices: number): RowOf<typeof jobs> {
    return {
      job_id: this.id,
      name: this.name,
      description: this.description,
      submission_time: this.submissionTime ?? null,
      completion_time: this.completionTime ?? null,
      status: this.status,
      failure_reason: this.failure,
      stage_ids: this.stageIds,
      job_group: this.group,
      job_tags: this.tags,
      num_tasks: this.numTasks,
      num_active_tasks: this.activeTasks,
      num_completed_tasks: this.completedTasks,
      num_skipped_tasks: this.skippedTasks,
      num_failed_tasks: this.failedTasks,
      num_killed_tasks: this.killedTasks,
      num_completed_indices: completedIndices,
      num_active_stages: this.activeStages,
      num_completed_stages: this.completedStages.size,
      num_skipped_stages: this.skippedStages.size,
      num_failed_stages: this.failedStages,
      sql_execution_id: this.sqlExecutionId,
      call_site: this.callSite,
    };
  }
}
