import type { TaskSet } from './task-set-order.ts';
import type { StageWork } from './work.ts';

/** A stage while it runs. */
export class StageRun implements TaskSet {
  readonly index: number;
  readonly work: StageWork;
  readonly hasChildren: boolean;
  waitingParents: number;
  readyMs = 0;
  startMs = 0;
  endMs = 0;
  finished = 0;
  running = 0;
  /** Durations of the tasks that ended, sorted; kept only where somebody looks for slow tasks. */
  readonly durationsMs: number[] = [];
  finishedRecords = 0;
  finishedMs = 0;
  /** Bars of the tasks that run, the copy last. */
  readonly runningBars = new Map<number, readonly number[]>();
  readonly #copies: number[] = [];
  readonly #copied = new Set<number>();
  #next = 0;

  constructor(index: number, work: StageWork, hasChildren: boolean) {
    this.index = index;
    this.work = work;
    this.hasChildren = hasChildren;
    this.waitingParents = work.parents.length;
  }

  get job(): number {
    return this.work.job ?? 0;
  }

  get stageId(): number {
    return this.work.id;
  }

  get pool(): string {
    return this.work.pool ?? 'default';
  }

  get tasks(): number {
    return this.work.durationsMs.length;
  }

  get pending(): number {
    return this.tasks - this.#next + this.#copies.length;
  }

  get isFinished(): boolean {
    return this.finished === this.tasks;
  }

  /** First attempts in the order of their index, then copies. */
  next(): { readonly task: number; readonly isCopy: boolean } | undefined {
    if (this.#next < this.tasks) return { task: this.#next++, isCopy: false };
    const task = this.#copies.shift();
    return task === undefined ? undefined : { task, isCopy: true };
  }

  durationOf(task: number, isCopy: boolean): number {
    return (isCopy ? this.work.copyMs?.[task] : undefined) ?? this.work.durationsMs[task]!;
  }

  recordsOf(task: number): number {
    return this.work.records?.[task] ?? 1;
  }

  wantCopy(task: number): void {
    this.#copied.add(task);
    this.#copies.push(task);
  }

  mayBeCopied(task: number): boolean {
    return !this.#copied.has(task);
  }

  /** A copy that waits for a slot is of no use once its task has ended. */
  dropCopy(task: number): void {
    const at = this.#copies.indexOf(task);
    if (at >= 0) this.#copies.splice(at, 1);
  }
}
