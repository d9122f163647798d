import { type Json, number, object, objects, text } from '../json.ts';
import type { TaskRecord } from '../lines/task-record.ts';
import type { Executors } from './executors.ts';
import { IndexSet } from './index-set.ts';
import { JobState } from './job-state.ts';
import { StageState } from './stage-state.ts';

/** What the start of a task said, kept until its end comes. */
export interface OpenTask {
  readonly stage: StageState;
  readonly taskId: number;
  readonly index: number;
  readonly attempt: number;
  readonly partition: number;
  readonly launchTime: number;
  readonly executorId: string;
  readonly host: string;
  readonly locality: string;
  readonly speculative: boolean;
  gettingResultTime: number;
}

/** Oddities met while reading, for the ledger. */
export interface SchedulerOddities {
  duplicateTaskEnds: number;
  resubmitted: number;
  duplicateStageEnds: number;
  duplicateJobEnds: number;
  jobEndsWithoutStart: number;
}

/**
 * Called for every task end that counts, after the counters moved. `indexWasDone`: an attempt of the same task
 * had succeeded before (a speculative copy that came second).
 */
export type TaskEndListener = (task: TaskRecord, stage: StageState, indexWasDone: boolean) => void;

/**
 * Jobs, stages and tasks, replayed as Spark's AppStatusListener does it, so that the counters equal the
 * History Server's. It differs where a damaged log would make the History Server lose or double facts:
 * a task end without a start counts, a doubled one counts once, and counters never become negative for it.
 */
export class Scheduler {
  readonly jobs = new Map<number, JobState>();
  readonly stages = new Map<string, StageState>();
  readonly open = new Map<number, OpenTask>();
  readonly oddities: SchedulerOddities = {
    duplicateTaskEnds: 0,
    resubmitted: 0,
    duplicateStageEnds: 0,
    duplicateJobEnds: 0,
    jobEndsWithoutStart: 0,
  };
  readonly #executors: Executors;
  readonly #onTaskEnd: TaskEndListener;
  readonly #ended = new IndexSet();
  /** Jobs whose end is not in the log yet. */
  readonly #running = new Set<JobState>();
  #lastStage: StageState | undefined;

  constructor(executors: Executors, onTaskEnd: TaskEndListener) {
    this.#executors = executors;
    this.#onTaskEnd = onTaskEnd;
  }

  jobStart(event: Json): void {
    const id = number(event, 'Job ID');
    if (id === undefined) return;
    const job = new JobState(id);
    job.start(event);
    this.jobs.set(id, job);
    this.#running.add(job);
    for (const info of objects(event, 'Stage Infos')) {
      const stage = this.#stage(info);
      if (!stage) continue;
      if (!stage.live) {
        // Its output is there from another running job. (The History Server would now forget what the stage did and
        // call it SKIPPED; see docs/history-server.md.)
        job.reused.push(stage);
        continue;
      }
      stage.jobs.push(job);
      stage.sqlExecutionId ??= job.sqlExecutionId;
      stage.setInfo(info);
    }
  }

  jobEnd(event: Json): void {
    const id = number(event, 'Job ID');
    if (id === undefined) return;
    let job = this.jobs.get(id);
    if (!job) {
      job = new JobState(id);
      this.jobs.set(id, job);
      this.oddities.jobEndsWithoutStart++;
    } else if (!job.live) {
      this.oddities.duplicateJobEnds++;
      return;
    }
    job.end(event);
    job.live = false;
    this.#running.delete(job);
    for (const stage of job.reused) skip(job, stage);
    for (const stageId of job.stageIds) {
      for (const stage of this.attempts(stageId)) {
        if (stage.status !== 'PENDING') continue;
        if (stage.endedTasks > 0) {
          // It ran; both its submission and its end are lost.
          stage.status = 'ACTIVE';
          job.activeStages++;
          continue;
        }
        stage.status = 'SKIPPED';
        stage.live = false;
        skip(job, stage);
      }
    }
  }

  stageSubmitted(event: Json): void {
    const info = object(event, 'Stage Info');
    const stage = info && this.#stage(info);
    if (!stage || !info) return;
    const properties = object(event, 'Properties');
    if (stage.status === 'SKIPPED') for (const job of stage.jobs) unskip(job, stage);
    stage.setInfo(info);
    stage.submittedSeen = true;
    if (!stage.completedSeen) stage.status = 'ACTIVE';
    stage.live = true;
    stage.pool = text(properties, 'spark.scheduler.pool') ?? 'default';
    stage.description = text(properties, 'spark.job.description') ?? null;
    stage.sqlExecutionId = number(properties, 'spark.sql.execution.id') ?? stage.sqlExecutionId;
    stage.jobs = [...this.#running].filter((job) => job.stageIds.includes(stage.id));
    for (const job of stage.jobs) {
      job.completedStages.delete(stage.id);
      job.activeStages++;
    }
  }

  stageCompleted(event: Json): void {
    const info = object(event, 'Stage Info');
    const stage = info && this.#stage(info);
    if (!stage || !info) return;
    if (stage.completedSeen) {
      this.oddities.duplicateStageEnds++;
      return;
    }
    const wasActive = stage.status === 'ACTIVE';
    stage.setInfo(info);
    stage.setAccumulables(info);
    stage.completedSeen = true;
    stage.status =
      stage.failureReason !== null ? 'FAILED' : stage.submissionTime === undefined ? 'SKIPPED' : 'COMPLETE';
    for (const job of stage.jobs) {
      if (stage.status === 'COMPLETE') job.completedStages.add(stage.id);
      else if (stage.status === 'SKIPPED') skip(job, stage);
      else job.failedStages++;
      if (wasActive) job.activeStages--;
    }
    if (stage.activeTasks <= 0) stage.live = false;
  }

  taskStart(task: TaskRecord): void {
    const stage = this.#stageOf(task);
    if (this.open.has(task.taskId) || this.#ended.has(task.taskId)) return;
    const { taskId, index, attempt, partition, launchTime, executorId, host, locality, speculative } = task;
    const gettingResultTime = 0;
    this.open.set(taskId, {
      stage,
      taskId,
      index,
      attempt,
      partition,
      launchTime,
      executorId,
      host,
      locality,
      speculative,
      gettingResultTime,
    });
    stage.activeTasks++;
    stage.firstLaunch = Math.min(stage.firstLaunch, task.launchTime);
    for (const job of stage.jobs) job.activeTasks++;
    this.#executors.taskStarted(task);
  }

  taskGettingResult(event: Json): void {
    const info = object(event, 'Task Info');
    const open = this.open.get(number(info, 'Task ID') ?? -1);
    if (open) open.gettingResultTime = number(info, 'Getting Result Time') ?? 0;
  }

  /** Whether the end is a row of its own: not for a repeated end of the same task. */
  taskEnd(task: TaskRecord): boolean {
    const stage = this.#stageOf(task);
    const started = this.open.delete(task.taskId);
    const isNew = this.#ended.add(task.taskId);
    const indexWasDone = stage.completedIndices.has(task.index);
    const [completed, failed, killed] = outcome(task.reason);
    if (!isNew && task.reason !== 'Resubmitted') {
      this.oddities.duplicateTaskEnds++;
      return false;
    }
    if (!isNew) this.oddities.resubmitted++;
    // "Resubmitted" says that the output of a finished task was lost with its executor. Spark counts it as a
    // failure of a task that is no longer running, so its count of active tasks drops; the re-run raises it again.
    const ignored = !isNew && !stage.live;
    if (!ignored) {
      const drop = started || !isNew ? 1 : 0;
      stage.activeTasks -= drop;
      stage.completeTasks += completed;
      stage.failedTasks += failed;
      stage.killedTasks += killed;
      if (isNew) {
        stage.endedTasks++;
        stage.addMetrics(task.metrics);
        if (!started) {
          stage.endsWithoutStart++;
          stage.firstLaunch = Math.min(stage.firstLaunch, task.launchTime);
        }
      }
      if (completed > 0) stage.completedIndices.add(task.index);
      for (const job of stage.jobs) {
        job.activeTasks -= drop;
        job.completedTasks += completed;
        job.failedTasks += failed;
        job.killedTasks += killed;
      }
      if (stage.completedSeen && stage.activeTasks === 0) stage.live = false;
    }
    this.#executors.taskEnded(task, completed, failed, started, isNew);
    if (isNew) this.#onTaskEnd(task, stage, indexWasDone);
    return isNew;
  }

  attempts(stageId: number): readonly StageState[] {
    return this.#byId.get(stageId) ?? [];
  }

  /** All stage attempts, in the order of their ids. */
  sortedStages(): readonly StageState[] {
    return [...this.stages.values()].sort((a, b) => a.id - b.id || a.attempt - b.attempt);
  }

  completedIndices(job: JobState): number {
    let total = 0;
    for (const stageId of new Set(job.stageIds)) {
      const attempts = this.attempts(stageId).filter((stage) => stage.jobs.includes(job));
      total += IndexSet.unionSize(attempts.map((stage) => stage.completedIndices));
    }
    return total;
  }

  readonly #byId = new Map<number, StageState[]>();

  #stage(info: Json): StageState | undefined {
    const id = number(info, 'Stage ID');
    if (id === undefined) return undefined;
    const attempt = number(info, 'Stage Attempt ID') ?? 0;
    const known = this.stages.get(`${id}.${attempt}`);
    if (known) return known;
    const stage = this.#create(id, attempt);
    stage.setInfo(info);
    return stage;
  }

  #create(id: number, attempt: number): StageState {
    const stage = new StageState(id, attempt);
    this.stages.set(`${id}.${attempt}`, stage);
    const attempts = this.#byId.get(id);
    if (attempts) attempts.push(stage);
    else this.#byId.set(id, [stage]);
    return stage;
  }

  #stageOf(task: TaskRecord): StageState {
    const last = this.#lastStage;
    if (last?.id === task.stageId && last.attempt === task.stageAttempt) return last;
    const stage =
      this.stages.get(`${task.stageId}.${task.stageAttempt}`) ??
      this.#create(task.stageId, task.stageAttempt);
    this.#lastStage = stage;
    return stage;
  }
}

/** Successes, failures and kills of one end, as Spark's AppStatusListener counts its reasons. */
function outcome(reason: string): readonly [completed: number, failed: number, killed: number] {
  if (reason === 'Success') return [1, 0, 0];
  if (reason === 'TaskKilled' || reason === 'TaskCommitDenied') return [0, 0, 1];
  return [0, 1, 0];
}

function skip(job: JobState, stage: StageState): void {
  if (job.skippedStages.has(stage.id)) return;
  job.skippedStages.add(stage.id);
  job.skippedTasks += stage.numTasks;
}

/** A stage that a too early job end made look skipped was submitted after all. */
function unskip(job: JobState, stage: StageState): void {
  if (job.skippedStages.delete(stage.id)) job.skippedTasks -= stage.numTasks;
}
