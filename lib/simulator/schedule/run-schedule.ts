import { exists, invariant } from '#lib/base/assert.ts';
import { BarLog } from './bar-log.ts';
import { Elastic } from './elastic.ts';
import type { AllocationSettings } from './executor-target.ts';
import { MinHeap } from './min-heap.ts';
import { SlotPool } from './slot-pool.ts';
import { SlowTasks } from './slow-tasks.ts';
import type { SpeculationSettings } from './speculation.ts';
import { StageRun } from './stage-run.ts';
import { sortTaskSets } from './task-set-order.ts';
import type { Schedule, StageWork, Workers } from './work.ts';

export interface ScheduleOptions {
  readonly allocation?: AllocationSettings;
  readonly speculation?: SpeculationSettings;
}

/** More tasks than any plan here makes; a mistake above that would only burn time. */
const MAX_TASKS = 1_000_000;

/**
 * Runs tasks of known durations over slots: a list scheduler. A stage is submitted when its last parent ends; a free
 * slot goes to the task sets in the order of their mode, and inside one to the task with the lowest index. An estimate:
 * durations do not depend on who else runs.
 * Source: DAGScheduler.submitStage, TaskSchedulerImpl.resourceOffers, TaskSetManager. Left out: locality waits, the time
 * to launch a task, failures and retries.
 */
export function runSchedule(
  stages: readonly StageWork[],
  workers: Workers,
  options: ScheduleOptions = {},
): Schedule {
  return new ScheduleRun(stages, workers, options).run();
}

type Happening = (nowMs: number) => void;

class ScheduleRun {
  readonly #stages: readonly StageRun[];
  readonly #workers: Workers;
  readonly #pool: SlotPool;
  readonly #log = new BarLog();
  readonly #happenings = new MinHeap<Happening>();
  readonly #elastic: Elastic | undefined;
  readonly #slow: SlowTasks | undefined;
  #submitted: readonly StageRun[] = [];
  #unfinished: number;
  #makespanMs = 0;

  constructor(stages: readonly StageWork[], workers: Workers, options: ScheduleOptions) {
    const parents = new Set(stages.flatMap((stage) => stage.parents));
    this.#stages = stages.map((work, index) => new StageRun(index, work, parents.has(work.id)));
    this.#workers = workers;
    this.#unfinished = stages.length;
    this.#pool = new SlotPool(workers.slotsPerExecutor);
    const tasks = this.#stages.reduce((sum, stage) => sum + stage.tasks, 0);
    invariant(tasks <= MAX_TASKS, `${tasks} tasks are more than a schedule takes`);
    invariant(workers.executors > 0 || options.allocation, 'nobody is there to run tasks');
    const at = (ms: number, happening: Happening) => this.#happenings.push(ms, happening);
    if (options.allocation) {
      const offer = (nowMs: number) => this.#offer(nowMs);
      this.#elastic = new Elastic(options.allocation, this.#pool, workers.executors, {
        at,
        offer,
        load: () => this.#load(),
      });
    }
    if (options.speculation) {
      this.#slow = new SlowTasks(options.speculation, this.#log, {
        at,
        offer: (nowMs) => this.#offer(nowMs),
      });
    }
  }

  run(): Schedule {
    for (let i = 0; i < this.#workers.executors; i++) this.#pool.addExecutor(0);
    for (const stage of this.#stages.filter((each) => each.waitingParents === 0)) this.#submit(stage, 0);
    this.#offer(0);
    while (this.#unfinished > 0) {
      const nowMs = this.#happenings.smallestKey;
      const happening = this.#happenings.pop();
      invariant(happening && nowMs !== undefined, 'stages wait for each other');
      happening(nowMs);
    }
    return {
      bars: this.#log.bars(),
      stages: this.#stages.map(({ work: { id, name, parents }, readyMs, startMs, endMs }) => ({
        id,
        name,
        parents,
        readyMs,
        startMs,
        endMs,
      })),
      makespanMs: this.#makespanMs,
      slots: this.#pool.slots,
      executorCounts: this.#elastic?.counts ?? [
        { atMs: 0, target: this.#workers.executors, live: this.#workers.executors },
      ],
    };
  }

  #submit(stage: StageRun, nowMs: number): void {
    stage.readyMs = nowMs;
    stage.startMs = nowMs;
    if (stage.tasks === 0) this.#complete(stage, nowMs);
    else this.#submitted = [...this.#submitted, stage];
  }

  #complete(stage: StageRun, nowMs: number): void {
    stage.endMs = nowMs;
    this.#unfinished -= 1;
    this.#makespanMs = Math.max(this.#makespanMs, nowMs);
    this.#submitted = this.#submitted.filter((each) => each !== stage);
    for (const child of this.#stages) {
      child.waitingParents -= child.work.parents.filter((parent) => parent === stage.work.id).length;
      if (child.waitingParents === 0 && child.work.parents.includes(stage.work.id))
        this.#submit(child, nowMs);
    }
  }

  /** One round of offers: the task sets are sorted once, and each takes what it can use. */
  #offer(nowMs: number): void {
    if (this.#pool.hasFree) {
      const waiting = this.#submitted.filter((stage) => stage.pending > 0);
      const ordered = waiting.length > 1 ? this.#sorted() : waiting;
      for (const stage of ordered) this.#fill(stage, nowMs);
    }
    this.#elastic?.changed(nowMs);
  }

  #sorted(): readonly StageRun[] {
    return sortTaskSets(this.#submitted, this.#workers.mode, this.#workers.pools);
  }

  #fill(stage: StageRun, nowMs: number): void {
    while (stage.pending > 0 && this.#pool.hasFree) this.#launch(stage, nowMs);
  }

  #launch(stage: StageRun, nowMs: number): void {
    const { task, isCopy } = exists(stage.next(), 'a waiting task');
    const slot = exists(this.#pool.take(), 'a free slot');
    if (stage.running === 0 && stage.finished === 0) stage.startMs = nowMs;
    const endMs = nowMs + stage.durationOf(task, isCopy);
    const executor = this.#pool.executorOf(slot);
    const bar = this.#log.launch({ slot, executor, stage: stage.index, task, startMs: nowMs, endMs, isCopy });
    stage.running += 1;
    stage.runningBars.set(task, [...(stage.runningBars.get(task) ?? []), bar]);
    this.#happenings.push(endMs, (endedMs) => this.#ended(stage, bar, endedMs));
  }

  #ended(stage: StageRun, bar: number, nowMs: number): void {
    if (this.#log.isKilled(bar)) return;
    const task = this.#log.task[bar]!;
    for (const attempt of stage.runningBars.get(task) ?? []) {
      if (attempt !== bar) this.#log.kill(attempt, nowMs);
      this.#pool.release(this.#log.slot[attempt]!, nowMs, stage.hasChildren && attempt === bar);
      stage.running -= 1;
    }
    stage.runningBars.delete(task);
    stage.dropCopy(task);
    stage.finished += 1;
    if (stage.isFinished) this.#complete(stage, nowMs);
    else this.#slow?.ended(stage, bar, nowMs);
    this.#offer(nowMs);
  }

  #load(): { readonly pending: number; readonly running: number } {
    let [pending, running] = [0, 0];
    for (const stage of this.#submitted) {
      pending += stage.pending;
      running += stage.running;
    }
    return { pending, running };
  }
}
