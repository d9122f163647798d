import { runSchedule } from '../schedule/run-schedule.ts';
import { chainBound } from '../schedule/stage-bounds.ts';
import { type JobGroup, jobGroups } from './job-groups.ts';
import type { ObservedRun } from './observed-run.ts';

/** Nothing about a run is known better than this. */
const LEAST_ERROR = 0.05;

export interface Replay {
  /** The whole run, with the same driver time as was measured. */
  readonly predictedMs: number;
  readonly lowMs: number;
  readonly highMs: number;
}

export interface BackTest {
  readonly slots: number;
  readonly measuredMs: number;
  readonly predictedMs: number;
  /** (predicted - measured) / measured */
  readonly error: number;
}

/** A real run as a replay takes it: its groups of jobs, and how far the replay of the run as it was is off. */
export class RunReplay {
  /**
   * The run's own tasks over the slots that it had: how far the replay is from what was measured. That is the yardstick
   * for every other answer of the replay.
   */
  readonly backTest: BackTest;
  readonly #groups: readonly JobGroup[];
  readonly #driverMs: number;

  constructor(run: ObservedRun) {
    this.#groups = jobGroups(run.jobs);
    this.#driverMs = driverMs(run, this.#groups);
    const measuredMs = run.endMs - run.startMs;
    const predictedMs = this.#predictedMs(run.slots);
    const error = measuredMs > 0 ? predictedMs / measuredMs - 1 : 0;
    this.backTest = { slots: run.slots, measuredMs, predictedMs, error };
  }

  /**
   * The run's own tasks over another number of slots: an estimate. Tasks last as long as they did, and the driver, too.
   * The range is as wide as the back-test was wrong, and never below what no number of slots can beat.
   * Source: TaskSchedulerImpl as a list scheduler. Left out: contention between tasks, locality, launch times, what
   * adaptive execution and file splits would do with other cores, executors that come and go.
   */
  over(slots: number): Replay {
    const predictedMs = this.#predictedMs(slots);
    const error = Math.max(LEAST_ERROR, Math.abs(this.backTest.error));
    const bound = this.#driverMs + this.#groups.reduce((sum, group) => sum + boundMs(group, slots), 0);
    return {
      predictedMs,
      lowMs: Math.max(Math.min(bound, predictedMs), predictedMs * (1 - error)),
      highMs: predictedMs * (1 + error),
    };
  }

  #predictedMs(slots: number): number {
    return this.#driverMs + makespanMs(this.#groups, slots);
  }
}

/** Time in which no job ran. */
function driverMs({ startMs, endMs }: ObservedRun, groups: readonly JobGroup[]): number {
  const busy = groups.reduce((sum, group) => sum + group.endMs - group.startMs, 0);
  return Math.max(0, endMs - startMs - busy);
}

function makespanMs(groups: readonly JobGroup[], slots: number): number {
  return groups.reduce((sum, { stages }) => {
    const { makespanMs: ms } = runSchedule(stages, { executors: 1, slotsPerExecutor: slots });
    return sum + ms;
  }, 0);
}

/** The longest chain of stages, or all work shared out evenly. */
function boundMs({ stages }: JobGroup, slots: number): number {
  const workMs = stages.reduce((sum, { durationsMs }) => {
    let ms = sum;
    for (let i = 0; i < durationsMs.length; i++) ms += durationsMs[i]!;
    return ms;
  }, 0);
  return Math.max(chainBound(stages), workMs / slots);
}
