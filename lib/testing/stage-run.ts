import {
  executorLost,
  failure,
  fetchFailed,
  killed,
  LOST_THE_RACE,
  RESUBMITTED,
  type Reason,
  SUCCESS,
} from './end-reasons.ts';
import { amount } from './quantities.ts';
import type { Line } from './run-notation.ts';
import type { Slots } from './slots.ts';
import type { SparkVersion } from './spark-version.ts';
import { STAGE_FIELDS, type TaskValues, taskValues } from './task-fields.ts';
import { type TaskAttempt, taskEnd, taskStart } from './task-json.ts';

export type Emit = (time: number, event: object) => void;

/** What the tasks of a stage share with the rest of the run. */
export interface StageContext {
  readonly spark: SparkVersion;
  readonly slots: Slots;
  readonly emit: Emit;
  readonly nextTaskId: () => number;
  /** SQL metrics that the tasks report. */
  readonly updates: readonly {
    readonly id: number;
    readonly name: string;
    readonly values: readonly number[];
  }[];
}

/** Places the tasks of a stage on slots and writes their starts and ends. */
export class StageRun {
  /** When the last task ended. */
  end: number;
  private readonly line: Line;
  private readonly context: StageContext;
  private readonly count: number;
  private readonly values: readonly TaskValues[];
  private readonly totals = new Map<number, number>();

  constructor(line: Line, submitted: number, context: StageContext) {
    for (const field of line.fields) {
      if (!STAGE_FIELDS.has(field) && !OWN_FIELDS.has(field))
        throw new Error(`no field of a stage: ${field}`);
    }
    this.line = line;
    this.context = context;
    this.count = taskCount(line);
    this.values = taskValues(line, this.count);
    this.end = submitted;
  }

  run(): void {
    const submitted = this.end;
    const isAmongLast = (index: number, field: string) => index >= this.count - this.number(field);
    for (let index = 0; index < this.count; index++) {
      if (index < this.number('fetch-failed')) this.attempt(index, 0, submitted, fetchFailed(this.line));
      else if (isAmongLast(index, 'running')) this.startOnly(index, submitted);
      else if (isAmongLast(index, 'kills')) this.attempt(index, 0, submitted, killed(this.line));
      else if (isAmongLast(index, 'speculative')) this.race(index, submitted);
      else this.untilSuccess(index, submitted);
    }
  }

  /** Final values of the SQL metrics, as StageCompleted lists them. */
  finalValues(): readonly object[] {
    return this.context.updates.map(({ id, name }) => {
      const value = { ID: id, Name: name, Value: String(this.totals.get(id) ?? 0) };
      return { ...value, Internal: true, 'Count Failed Values': true, Metadata: 'sql' };
    });
  }

  /** Fails as often as it was told to, then succeeds, unless the stage fails with it. */
  private untilSuccess(index: number, submitted: number): void {
    const [tasks = '0', times = '1'] = (this.line.get('fails') ?? '').split('x');
    const failures = index < Number(tasks) ? Number(times) : 0;
    let last: Ended | undefined;
    for (let i = 0; i < failures; i++)
      last = this.attempt(index, next(last), last?.finish ?? submitted, failure(this.line));
    if (failures > 0 && this.line.has('failed')) return;
    last = this.attempt(index, next(last), last?.finish ?? submitted, SUCCESS);
    if (index >= this.number('resubmitted')) return;
    this.emitEnd(last.task, last.finish, RESUBMITTED, undefined);
    this.attempt(index, next(last), last.finish, SUCCESS);
  }

  /** The original and, when half of its time has passed, a copy; the one that comes second is killed. */
  private race(index: number, submitted: number): void {
    const values = this.values[index]!;
    const original = this.start(index, 0, submitted, false);
    const copy = this.start(index, 1, original.task.launch + Math.ceil(values.duration / 2), true);
    const copyLoses = this.line.get('speculative')!.includes('loses');
    const finish = copyLoses
      ? original.task.launch + values.duration
      : copy.task.launch + Math.ceil(values.duration / 4);
    const [winner, loser] = copyLoses ? [original, copy] : [copy, original];
    this.finish(winner, finish, SUCCESS, values);
    this.finish(loser, finish + 1, LOST_THE_RACE, values);
  }

  /** One attempt, and others after it as long as executors die under it. */
  private attempt(index: number, attempt: number, earliest: number, reason: Reason): Ended {
    const values = this.values[index]!;
    const started = this.start(index, attempt, earliest, false);
    const { launch, executor } = started.task;
    if (launch + values.duration > executor.until) {
      this.finish(started, executor.until, executorLost(executor), undefined);
      return this.attempt(index, attempt + 1, executor.until, reason);
    }
    const hasMetrics = reason.Reason !== 'FetchFailed';
    return this.finish(started, launch + values.duration, reason, hasMetrics ? values : undefined);
  }

  private startOnly(index: number, submitted: number): void {
    const { task, release } = this.start(index, 0, submitted, false);
    this.end = Math.max(this.end, task.launch);
    // It would keep its slot for ever; others may have it.
    release(task.launch);
  }

  private start(index: number, attempt: number, earliest: number, speculative: boolean): Started {
    const { slots, emit, spark, nextTaskId } = this.context;
    const on = this.line.get('on')?.split(/[\s,]+/);
    const { executor, start, release } = slots.place(earliest, on && new Set(on));
    const [stageId, stageAttempt] = stageKey(this.line);
    const partition = Number(this.line.get('partitions')?.split(/[\s,]+/)[index] ?? index);
    const locality = this.line.get('locality') ?? 'PROCESS_LOCAL';
    const ids = { stageId, stageAttempt, taskId: nextTaskId(), index, attempt, partition };
    const task: TaskAttempt = { ...ids, launch: start, executor, locality, speculative };
    emit(start, taskStart(task, spark));
    return { task, release };
  }

  private finish({ task, release }: Started, finish: number, reason: Reason, values?: TaskValues): Ended {
    release(finish);
    this.end = Math.max(this.end, finish);
    this.emitEnd(task, finish, reason, values);
    return { task, finish };
  }

  private emitEnd(task: TaskAttempt, finish: number, reason: Reason, values: TaskValues | undefined): void {
    const accumulables = reason === SUCCESS ? this.accumulables(task.index, values) : [];
    this.context.emit(finish, taskEnd(task, { finish, reason, values, accumulables }, this.context.spark));
  }

  private accumulables(index: number, values: TaskValues | undefined): readonly object[] {
    const sql = this.context.updates.map(({ id, name, values: all }) => {
      const update = all[index] ?? 0;
      const total = (this.totals.get(id) ?? 0) + update;
      this.totals.set(id, total);
      return { ...accumulable(id, name, String(update), String(total)), Metadata: 'sql' };
    });
    const run = values?.metrics.executor_run_time ?? 0;
    return [...sql, accumulable(1, 'internal.metrics.executorRunTime', run, run)];
  }

  private number(field: string): number {
    return Number.parseInt(this.line.get(field) ?? '0', 10);
  }
}

interface Started {
  readonly task: TaskAttempt;
  release(at: number): void;
}

interface Ended {
  readonly task: TaskAttempt;
  readonly finish: number;
}

function next(last: Ended | undefined): number {
  return last ? last.task.attempt + 1 : 0;
}

function accumulable(id: number, name: string, update: string | number, value: string | number): object {
  return { ID: id, Name: name, Update: update, Value: value, Internal: true, 'Count Failed Values': true };
}

/** `stage 3.1` is the second attempt of stage 3. */
export function stageKey(line: Line): readonly [id: number, attempt: number] {
  const [id = 0, attempt = 0] = line.subject.split('.').map(Number);
  return [id, attempt];
}

export function taskCount(line: Line): number {
  return amount(line.get('tasks') ?? '1');
}

const OWN_FIELDS: ReadonlySet<string> = new Set(
  `tasks fails kills running speculative resubmitted fetch-failed failed open skipped after with parents name
   partitions locality on`.split(/\s+/),
);
