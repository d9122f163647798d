import { type Bars, OUTCOME } from './work.ts';

/** Attempts of tasks as they are launched and end, in columns that grow. */
export class BarLog {
  readonly slot: number[] = [];
  readonly executor: number[] = [];
  readonly stage: number[] = [];
  readonly task: number[] = [];
  readonly startMs: number[] = [];
  readonly endMs: number[] = [];
  readonly outcome: number[] = [];

  launch(bar: {
    readonly slot: number;
    readonly executor: number;
    readonly stage: number;
    readonly task: number;
    readonly startMs: number;
    readonly endMs: number;
    readonly isCopy: boolean;
  }): number {
    this.slot.push(bar.slot);
    this.executor.push(bar.executor);
    this.stage.push(bar.stage);
    this.task.push(bar.task);
    this.startMs.push(bar.startMs);
    this.endMs.push(bar.endMs);
    return this.outcome.push(bar.isCopy ? OUTCOME.copyDone : OUTCOME.done) - 1;
  }

  kill(bar: number, nowMs: number): void {
    this.endMs[bar] = nowMs;
    this.outcome[bar] = this.isCopy(bar) ? OUTCOME.copyKilled : OUTCOME.killed;
  }

  isCopy(bar: number): boolean {
    return this.outcome[bar] === OUTCOME.copyDone || this.outcome[bar] === OUTCOME.copyKilled;
  }

  isKilled(bar: number): boolean {
    return this.outcome[bar] === OUTCOME.killed || this.outcome[bar] === OUTCOME.copyKilled;
  }

  bars(): Bars {
    return {
      count: this.slot.length,
      slot: Int32Array.from(this.slot),
      executor: Int32Array.from(this.executor),
      stage: Int32Array.from(this.stage),
      task: Int32Array.from(this.task),
      startMs: Float64Array.from(this.startMs),
      endMs: Float64Array.from(this.endMs),
      outcome: Uint8Array.from(this.outcome),
    };
  }
}
