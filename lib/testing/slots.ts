/** Task slots of the executors: each takes one task at a time, from its executor's arrival to its loss. */
export interface Executor {
  readonly id: string;
  readonly host: string;
  readonly cores: number;
  readonly from: number;
  readonly until: number;
  readonly lossReason: string | undefined;
}

export interface Placement {
  readonly executor: Executor;
  readonly start: number;
}

export class Slots {
  private readonly slots: { readonly executor: Executor; free: number }[];

  constructor(executors: readonly Executor[]) {
    this.slots = executors.flatMap((executor) =>
      Array.from({ length: executor.cores }, () => ({ executor, free: executor.from })),
    );
  }

  /** The slot that is free first, and first in the list among equals. It is taken until it is released. */
  place(earliest: number, allowed?: ReadonlySet<string>): Placement & { release(at: number): void } {
    let best: (typeof this.slots)[number] | undefined;
    for (const slot of this.slots) {
      if (allowed && !allowed.has(slot.executor.id)) continue;
      if (Math.max(slot.free, earliest) >= slot.executor.until) continue;
      if (!best || Math.max(slot.free, earliest) < Math.max(best.free, earliest)) best = slot;
    }
    if (!best) throw new Error('no executor has a slot for a task');
    const slot = best;
    const start = Math.max(slot.free, earliest);
    slot.free = Number.POSITIVE_INFINITY;
    return {
      executor: slot.executor,
      start,
      release: (at) => {
        slot.free = at;
      },
    };
  }
}
