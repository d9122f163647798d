import { type Batch, batchOfRows } from '#lib/tables/batch.ts';
import type { LedgerRow } from '#lib/tables/ledger-facts.ts';
import {
  application as applicationTable,
  cachedRdds,
  ledger,
  properties,
  streamingBatches,
} from '#lib/tables/schema/application.ts';
import { executors as executorsTable } from '#lib/tables/schema/executors.ts';
import { jobStages, jobs as jobsTable } from '#lib/tables/schema/jobs.ts';
import { stages as stagesTable } from '#lib/tables/schema/stages.ts';
import { type Json, number, object } from '../json.ts';
import type { EventSink, UnreadableLine } from '../lines/event-reader.ts';
import { newTaskRecord, type TaskRecord } from '../lines/task-record.ts';
import { ApplicationState } from './application-state.ts';
import { completeness } from './completeness.ts';
import { Environment } from './environment.ts';
import { PEAK_KEYS } from './executor-state.ts';
import { Executors } from './executors.ts';
import { MetricValues } from './metric-values.ts';
import { Scheduler } from './scheduler.ts';
import { SqlExecutions } from './sql-executions.ts';
import type { StageState } from './stage-state.ts';
import { Storage } from './storage.ts';
import { Streaming } from './streaming.ts';
import { TaskTable } from './task-table.ts';

/** Turns the events of one application attempt into the rows of all tables. */
export class Replay implements EventSink {
  readonly application = new ApplicationState();
  readonly executors = new Executors();
  readonly environment = new Environment();
  readonly storage = new Storage(this.executors);
  readonly streaming = new Streaming();
  readonly scheduler: Scheduler;
  readonly sql: SqlExecutions;
  readonly unknownEvents = new Map<string, number>();
  readonly #values = new MetricValues();
  readonly #tasks: TaskTable;
  readonly #onBatch: (batch: Batch) => void;
  readonly #onUnreadable: (line: UnreadableLine) => void;

  constructor(onBatch: (batch: Batch) => void, onUnreadable: (line: UnreadableLine) => void) {
    this.#onBatch = onBatch;
    this.#onUnreadable = onUnreadable;
    this.#tasks = new TaskTable(onBatch);
    this.sql = new SqlExecutions(this.#values, this.environment, onBatch);
    this.scheduler = new Scheduler(this.executors, (task, stage, repeated) =>
      this.#taskEnded(task, stage, repeated),
    );
  }

  get taskCount(): number {
    return this.#tasks.total;
  }

  task(record: TaskRecord): void {
    this.application.seen(record.isEnd ? record.finishTime : record.launchTime);
    if (!record.isEnd) this.scheduler.taskStart(record);
    else this.scheduler.taskEnd(record);
  }

  event(name: string, event: Json): void {
    const handle = HANDLERS[name];
    if (handle) handle(this, event);
    else this.unknownEvents.set(name, (this.unknownEvents.get(name) ?? 0) + 1);
    this.#seeTimes(event);
  }

  unreadable(line: UnreadableLine): void {
    this.#onUnreadable(line);
  }

  /** Writes everything that is only known at the end of the log. `files` adds facts about the files themselves. */
  finish(sourceFiles: readonly string[], files: readonly LedgerRow[]): void {
    const unended = newTaskRecord(PEAK_KEYS.length);
    for (const { stage, ...start } of this.scheduler.open.values()) {
      const task = { ...unended, ...start, stageId: stage.id, stageAttempt: stage.attempt };
      this.#tasks.add(task, statusOf(task), false);
    }
    this.#tasks.flush();
    this.#driverTotals();
    const facts = [
      ...files,
      ...completeness({
        application: this.application,
        scheduler: this.scheduler,
        executors: this.executors,
        sql: this.sql,
        unknownEvents: this.unknownEvents,
        hasEnvironment: this.environment.known,
      }),
    ];
    const jobs = [...this.scheduler.jobs.values()];
    const stageJobs = new Map<number, number[]>();
    for (const job of jobs)
      for (const id of job.stageIds) stageJobs.set(id, [...(stageJobs.get(id) ?? []), job.id]);
    this.#onBatch(batchOfRows(applicationTable, [this.application.row(sourceFiles)]));
    this.#onBatch(
      batchOfRows(
        jobsTable,
        jobs.map((job) => job.row(this.scheduler.completedIndices(job))),
      ),
    );
    this.#onBatch(
      batchOfRows(
        jobStages,
        jobs.flatMap((job) => job.stageIds.map((id) => ({ job_id: job.id, stage_id: id }))),
      ),
    );
    this.#onBatch(
      batchOfRows(
        stagesTable,
        this.scheduler.sortedStages().map((stage) => stage.row(stageJobs.get(stage.id) ?? [])),
      ),
    );
    this.#onBatch(
      batchOfRows(
        executorsTable,
        this.executors.all.map((executor) => executor.row()),
      ),
    );
    this.#onBatch(this.sql.finish());
    this.#onBatch(batchOfRows(properties, this.environment.rows()));
    this.#onBatch(batchOfRows(streamingBatches, this.streaming.rows));
    this.#onBatch(batchOfRows(cachedRdds, this.storage.rows()));
    this.#onBatch(batchOfRows(ledger, facts));
  }

  #taskEnded(task: TaskRecord, stage: StageState, indexWasDone: boolean): void {
    if (!indexWasDone) this.#values.record(task, stage);
    this.#tasks.add(task, statusOf(task), true);
  }

  /** For the driver the History Server reports the uptime as total duration, and the JVM's sampled GC time. */
  #driverTotals(): void {
    const driver = this.executors.get('driver');
    if (!driver) return;
    const { firstMoment, lastMoment } = this.application;
    if (firstMoment !== undefined && lastMoment !== undefined)
      driver.totalDuration = lastMoment - firstMoment;
    driver.gcTime = driver.sampledGcTime;
  }

  #seeTimes(event: Json): void {
    const info = object(event, 'Stage Info');
    for (const time of [
      number(event, 'Timestamp'),
      number(event, 'Submission Time'),
      number(event, 'Completion Time'),
      number(event, 'time'),
      number(info, 'Submission Time'),
      number(info, 'Completion Time'),
    ]) {
      this.application.seen(time);
    }
  }
}

/** Spark class TaskInfo.status. */
function statusOf(task: TaskRecord): string {
  if (task.finishTime <= 0) return task.gettingResultTime > 0 ? 'GET RESULT' : 'RUNNING';
  if (task.failed) return 'FAILED';
  if (task.killed) return 'KILLED';
  return 'SUCCESS';
}

type Handler = (replay: Replay, event: Json) => void;

const ignore: Handler = () => undefined;

/** Every event that has a meaning here, by its name without the package; the rest is counted as unknown. */
const HANDLERS: Readonly<Record<string, Handler>> = {
  SparkListenerLogStart: (r, e) => r.application.logStart(e),
  DBCEventLoggingListenerMetadata: (r, e) => r.application.logStart(e),
  SparkListenerApplicationStart: (r, e) => r.application.start(e),
  SparkListenerApplicationEnd: (r, e) => r.application.end(e),
  SparkListenerEnvironmentUpdate: (r, e) => {
    r.environment.update(e);
    r.executors.setCoresPerTask(Number(r.environment.spark('spark.task.cpus') ?? 1));
  },
  SparkListenerResourceProfileAdded: (r, e) => r.executors.resourceProfileAdded(e),
  SparkListenerExecutorAdded: (r, e) => r.executors.added(e),
  SparkListenerExecutorRemoved: (r, e) => r.executors.removed(e),
  SparkListenerExecutorExcluded: (r, e) => r.executors.setExcluded(e, true),
  SparkListenerExecutorBlacklisted: (r, e) => r.executors.setExcluded(e, true),
  SparkListenerExecutorUnexcluded: (r, e) => r.executors.setExcluded(e, false),
  SparkListenerExecutorUnblacklisted: (r, e) => r.executors.setExcluded(e, false),
  SparkListenerNodeExcluded: (r, e) => r.executors.setExcluded(e, true),
  SparkListenerNodeBlacklisted: (r, e) => r.executors.setExcluded(e, true),
  SparkListenerNodeUnexcluded: (r, e) => r.executors.setExcluded(e, false),
  SparkListenerNodeUnblacklisted: (r, e) => r.executors.setExcluded(e, false),
  SparkListenerExecutorExcludedForStage: ignore,
  SparkListenerExecutorBlacklistedForStage: ignore,
  SparkListenerNodeExcludedForStage: ignore,
  SparkListenerNodeBlacklistedForStage: ignore,
  SparkListenerUnschedulableTaskSetAdded: ignore,
  SparkListenerUnschedulableTaskSetRemoved: ignore,
  SparkListenerMiscellaneousProcessAdded: ignore,
  SparkListenerBlockManagerAdded: (r, e) => r.executors.blockManagerAdded(e),
  SparkListenerStageExecutorMetrics: (r, e) => r.executors.sampled(e),
  SparkListenerExecutorMetricsUpdate: (r, e) => r.executors.sampled(e),
  SparkListenerBlockManagerRemoved: ignore,
  SparkListenerJobStart: (r, e) => {
    r.scheduler.jobStart(e);
    const job = r.scheduler.jobs.get(number(e, 'Job ID') ?? -1);
    if (job) r.sql.jobStarted(job);
  },
  SparkListenerJobEnd: (r, e) => r.scheduler.jobEnd(e),
  SparkListenerStageSubmitted: (r, e) => {
    r.scheduler.stageSubmitted(e);
    const info = object(e, 'Stage Info');
    if (info) r.storage.stage(info);
  },
  SparkListenerStageCompleted: (r, e) => r.scheduler.stageCompleted(e),
  SparkListenerTaskGettingResult: (r, e) => r.scheduler.taskGettingResult(e),
  SparkListenerSpeculativeTaskSubmitted: ignore,
  SparkListenerUnpersistRDD: (r, e) => r.storage.unpersisted(e),
  SparkListenerBlockUpdated: (r, e) => r.storage.blockUpdated(e),
  SparkListenerSQLExecutionStart: (r, e) => r.sql.start(e),
  SparkListenerSQLAdaptiveExecutionUpdate: (r, e) => r.sql.adaptiveUpdate(e),
  SparkListenerSQLAdaptiveSQLMetricUpdates: (r, e) => r.sql.adaptiveMetrics(e),
  SparkListenerDriverAccumUpdates: (r, e) => r.sql.driverUpdates(e),
  SparkListenerSQLExecutionEnd: (r, e) => r.sql.end(e),
  QueryProgressEvent: (r, e) => r.streaming.progress(e),
  QueryStartedEvent: ignore,
  QueryIdleEvent: ignore,
  QueryTerminatedEvent: ignore,
};
