import { exists } from '#lib/base/assert.ts';
import type { Computed } from '../computed.ts';
import { scanRateOf } from '../estimate/format-figures.ts';
import { spilledBytes, spillOnDisk } from '../estimate/spill.ts';
import { type Speeds, type TaskLoad, taskMs, taskTime } from '../estimate/task-time.ts';
import type { Knobs } from './knobs.ts';

/** What one task of a stage does; bytes of rows are in memory, before compression. */
export interface TaskPlan {
  /** Rows that it reads. */
  readonly rows: number;
  /** From files, or from a shuffle as it lies there. */
  readonly readBytes: number;
  /** Into a shuffle as it lies there, or into files. */
  readonly writtenBytes: number;
  /** For sorting or for a hash table. */
  readonly neededBytes: number;
  /** A hash table of a join cannot spill: then the task fails where memory does not do. */
  readonly canSpill: boolean;
  readonly load: Omit<TaskLoad, 'spilled'>;
}

/** A stage's tasks as columns, in the order of their index. */
export interface StageTasks {
  readonly count: number;
  readonly rows: Float64Array;
  readonly readBytes: Float64Array;
  readonly writtenBytes: Float64Array;
  readonly neededBytes: Float64Array;
  /** On disk, compressed. */
  readonly spillBytes: Float64Array;
  readonly durationMs: Float64Array;
  /** Tasks that need more than they may have and cannot spill. */
  readonly tooLarge: number;
  /** "How computed" of one task. */
  explain(task: number): { readonly time: Computed; readonly spill: Computed };
}

export function stageTasks(plans: readonly TaskPlan[], limitBytes: number, knobs: Knobs): StageTasks {
  const speeds = speedsOf(knobs);
  const loads = plans.map(({ load, neededBytes, canSpill }) => ({
    ...load,
    spilled: canSpill ? spilledBytes(neededBytes, limitBytes) : 0,
  }));
  const column = (of: (plan: TaskPlan) => number) => Float64Array.from(plans, of);
  return {
    count: plans.length,
    rows: column((plan) => plan.rows),
    readBytes: column((plan) => plan.readBytes),
    writtenBytes: column((plan) => plan.writtenBytes),
    neededBytes: column((plan) => plan.neededBytes),
    spillBytes: Float64Array.from(loads, ({ spilled }) => spilled * knobs.compression),
    durationMs: Float64Array.from(loads, (load) => taskMs(load, speeds)),
    tooLarge: plans.filter(({ neededBytes, canSpill }) => !canSpill && neededBytes > limitBytes).length,
    explain: (task) => {
      const { neededBytes, canSpill } = exists(plans[task], `task ${task}`);
      return {
        time: taskTime(exists(loads[task], `task ${task}`), speeds),
        spill: spillOnDisk(canSpill ? neededBytes : 0, limitBytes, knobs.compression),
      };
    },
  };
}

function speedsOf(knobs: Knobs): Speeds {
  const { shuffleRate, rowRate, writeRate, openMs, taskMs: cost } = knobs;
  const scanRate = knobs.scanRate > 0 ? knobs.scanRate : scanRateOf(knobs.format);
  return { scanRate, shuffleRate, rowRate, writeRate, openMs, taskMs: cost };
}
