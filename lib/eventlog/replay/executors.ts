import { type Json, number, object, objects, text } from '../json.ts';
import type { TaskRecord } from '../lines/task-record.ts';
import { ExecutorState, PEAK_KEYS } from './executor-state.ts';

/** Executors, replayed as Spark's AppStatusListener does it. */
export class Executors {
  /** All that ever were, in order of arrival; an id that comes back after its removal is a new one. */
  readonly all: ExecutorState[] = [];
  readonly #current = new Map<string, ExecutorState>();
  #coresPerTask = 1;
  /** Cores a task needs, by resource profile. */
  readonly #profiles = new Map<number, number>();

  /** `spark.task.cpus` of the application. */
  setCoresPerTask(cores: number): void {
    if (cores > 0) this.#coresPerTask = cores;
  }

  resourceProfileAdded(event: Json): void {
    const id = number(event, 'Resource Profile Id');
    const cpus = number(object(object(event, 'Task Resource Requests'), 'cpus'), 'Amount');
    if (id !== undefined && cpus !== undefined && cpus > 0) this.#profiles.set(id, cpus);
  }

  added(event: Json): void {
    const id = text(event, 'Executor ID');
    if (id === undefined) return;
    const info = object(event, 'Executor Info');
    const executor = this.#getOrCreate(id, number(event, 'Timestamp'));
    executor.host = text(info, 'Host') ?? '';
    executor.active = true;
    executor.totalCores = number(info, 'Total Cores') ?? 0;
    executor.resourceProfileId = number(info, 'Resource Profile Id') ?? 0;
    const perTask = this.#profiles.get(executor.resourceProfileId) ?? this.#coresPerTask;
    executor.maxTasks = Math.floor(executor.totalCores / perTask);
  }

  blockManagerAdded(event: Json): void {
    const manager = object(event, 'Block Manager ID');
    const id = text(manager, 'Executor ID');
    if (id === undefined) return;
    const executor = this.#getOrCreate(id, number(event, 'Timestamp'));
    executor.hostPort = `${text(manager, 'Host') ?? ''}:${number(manager, 'Port') ?? 0}`;
    executor.active = true;
    executor.maxMemory = number(event, 'Maximum Memory') ?? 0;
  }

  /** An executor that died while it registered has a removal and nothing else. */
  removed(event: Json): void {
    const id = text(event, 'Executor ID');
    if (id === undefined || (this.#gone.has(id) && !this.#current.has(id))) return;
    const executor = this.#current.get(id) ?? this.#getOrCreate(id, undefined);
    executor.active = false;
    executor.removed = true;
    executor.removeTime = number(event, 'Timestamp');
    executor.removeReason = text(event, 'Removed Reason') ?? null;
    this.#current.delete(executor.id);
    this.#gone.set(executor.id, executor);
  }

  /** ExecutorExcluded and its older name ExecutorBlacklisted: one executor, or all on a host for the Node… events. */
  setExcluded(event: Json, excluded: boolean): void {
    const id = text(event, 'executorId') ?? text(event, 'Executor ID');
    const host = text(event, 'hostId');
    for (const executor of this.#current.values()) {
      if (executor.id === id || (host !== undefined && executor.host === host)) executor.excluded = excluded;
    }
  }

  /** StageExecutorMetrics, and ExecutorMetricsUpdate, which has a list of the same. */
  sampled(event: Json): void {
    const executor = this.get(text(event, 'Executor ID') ?? '');
    if (!executor) return;
    for (const sample of [event, ...objects(event, 'Executor Metrics Updated')]) {
      const metrics = object(sample, 'Executor Metrics');
      if (metrics) executor.raisePeaks(Float64Array.from(PEAK_KEYS, (key) => number(metrics, key) ?? 0));
    }
  }

  /** The executor of that id that is there now, or was there last. */
  get(id: string): ExecutorState | undefined {
    return this.#current.get(id) ?? this.#gone.get(id);
  }

  taskStarted(task: TaskRecord): void {
    const executor = this.#ofTask(task);
    if (executor.removed) return;
    executor.activeTasks++;
    executor.totalTasks++;
  }

  taskEnded(task: TaskRecord, completed: number, failed: number, started: boolean, isNew: boolean): void {
    const executor = this.#ofTask(task);
    if (executor.removed) return;
    if (started || !isNew) executor.activeTasks--;
    else executor.totalTasks++;
    executor.taskEnded(task, completed, failed);
  }

  readonly #gone = new Map<string, ExecutorState>();

  #getOrCreate(id: string, addTime: number | undefined): ExecutorState {
    const known = this.#current.get(id);
    if (known) {
      known.implied = false;
      known.addTime ??= addTime;
      return known;
    }
    const executor = new ExecutorState(id, addTime);
    this.#current.set(id, executor);
    this.all.push(executor);
    return executor;
  }

  #ofTask(task: TaskRecord): ExecutorState {
    const known = this.get(task.executorId);
    if (known) return known;
    const executor = this.#getOrCreate(task.executorId, undefined);
    executor.implied = true;
    executor.host = task.host;
    executor.addTime = task.launchTime;
    return executor;
  }
}
