import type { TaskPlan } from './stage-tasks.ts';

/** One task of the last stage, and what it puts out. */
export interface LastTask {
  readonly plan: TaskPlan;
  readonly outRows: number;
  /** Distinct keys among those rows. */
  readonly outKeys: number;
}

/**
 * `coalesce(n)`: each task does what neighboring ones would have done, one after the other. Source: CoalescedRDD without
 * locality; with it Spark may group other partitions.
 */
export function coalesceTasks(tasks: readonly LastTask[], count: number): readonly LastTask[] {
  if (count <= 0 || count >= tasks.length) return tasks;
  return Array.from({ length: count }, (_, i) => {
    const start = Math.floor((i * tasks.length) / count);
    const end = Math.floor(((i + 1) * tasks.length) / count);
    return tasks.slice(start, end).reduce(together);
  });
}

/** Work adds up; memory is given back between partitions. */
function together(a: LastTask, b: LastTask): LastTask {
  return {
    outRows: a.outRows + b.outRows,
    outKeys: a.outKeys + b.outKeys,
    plan: {
      rows: a.plan.rows + b.plan.rows,
      readBytes: a.plan.readBytes + b.plan.readBytes,
      writtenBytes: a.plan.writtenBytes + b.plan.writtenBytes,
      neededBytes: Math.max(a.plan.neededBytes, b.plan.neededBytes),
      canSpill: a.plan.canSpill,
      load: {
        files: a.plan.load.files + b.plan.load.files,
        scanned: a.plan.load.scanned + b.plan.load.scanned,
        shuffled: a.plan.load.shuffled + b.plan.load.shuffled,
        worked: a.plan.load.worked + b.plan.load.worked,
        written: a.plan.load.written + b.plan.load.written,
      },
    },
  };
}
