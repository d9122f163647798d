import { metricIndex } from '#lib/tables/schema/task-metrics.ts';
import type { StageState } from './replay/stage-state.ts';

/** A stage that took much task time so far, while the log is still being read. */
export interface LeadingStage {
  readonly stage: string;
  readonly name: string;
  /** Task attempts that ended. */
  readonly tasks: number;
  /** Executor run time of its tasks. */
  readonly runMs: number;
  readonly diskBytesSpilled: number;
}

export interface StagesSoFar {
  readonly failedTasks: number;
  /** Most task time first. */
  readonly leaders: readonly LeadingStage[];
}

const RUN_TIME = metricIndex('executor_run_time');
const SPILL = metricIndex('disk_bytes_spilled');
const LEADERS = 5;

/** One look over the stages read so far: cheap enough for a few times a second, whatever the log. */
export function stagesSoFar(stages: Iterable<StageState>): StagesSoFar {
  const top: StageState[] = [];
  let failedTasks = 0;
  for (const stage of stages) {
    failedTasks += stage.failedTasks;
    const place = top.findIndex((other) => runTime(stage) > runTime(other));
    if (place >= 0) top.splice(place, 0, stage);
    else if (top.length < LEADERS) top.push(stage);
    if (top.length > LEADERS) top.pop();
  }
  return { failedTasks, leaders: top.filter((stage) => runTime(stage) > 0).map(toLeader) };
}

function toLeader(stage: StageState): LeadingStage {
  return {
    stage: `${stage.id}.${stage.attempt}`,
    name: stage.name,
    tasks: stage.endedTasks,
    runMs: runTime(stage),
    diskBytesSpilled: stage.metrics[SPILL] ?? 0,
  };
}

function runTime(stage: StageState): number {
  return stage.metrics[RUN_TIME] ?? 0;
}
