import type { AdaptedStage } from '../aqe/adapt-stage.ts';
import type { MergeRule } from '../aqe/merge-reducers.ts';
import type { SkewMeasure } from '../aqe/skew-join.ts';
import type { Computed } from '../computed.ts';
import type { PathStep } from '../schedule/critical-path.ts';
import type { Schedule } from '../schedule/work.ts';
import type { Exchange } from './exchange.ts';
import type { JoinPlan } from './join-plan.ts';
import type { Knobs } from './knobs.ts';
import type { SourceData } from './source-data.ts';
import type { StageTasks } from './stage-tasks.ts';
import type { WrittenFiles } from './written-files.ts';

export interface PipelineStage {
  readonly id: number;
  readonly name: string;
  /** In words: what its tasks do, one after the other. */
  readonly does: readonly string[];
  readonly parents: readonly number[];
  readonly job: number;
  readonly tasks: StageTasks;
}

/** Partitions of a shuffle in one picture: bars with the lines that decide over them. Compressed bytes. */
export interface Skyline {
  readonly side: 'main' | 'other';
  readonly exchange: Exchange;
  /** As the driver sees them, up to a tenth too large; what adaptive execution goes by. */
  readonly seenBytes: ArrayLike<number>;
  readonly skew: SkewMeasure;
  /** Undefined where nothing is coalesced. */
  readonly coalesce: MergeRule | undefined;
}

/** Ids of the figures of a run, in the order of the page. */
export const TOTALS = [
  'rows',
  'scanTasks',
  'dataSize',
  'shuffleBytes',
  'largestPartition',
  'medianPartition',
  'reduceTasks',
  'tasks',
  'taskMemory',
  'largestNeed',
  'spill',
  'files',
  'fileBytes',
  'work',
  'makespan',
  'ideal',
  'longestTask',
] as const;
export type TotalId = (typeof TOTALS)[number];

/** Everything a page shows of one setting of the knobs. */
export interface PipelineRun {
  readonly knobs: Knobs;
  readonly source: SourceData;
  readonly other: SourceData | undefined;
  readonly join: JoinPlan | undefined;
  readonly skylines: readonly Skyline[];
  /** What adaptive execution did to the last stage; undefined where it is off or has nothing to look at. */
  readonly adapted: AdaptedStage | undefined;
  readonly stages: readonly PipelineStage[];
  readonly taskMemoryBytes: number;
  readonly schedule: Schedule;
  readonly criticalPath: readonly PathStep[];
  readonly written: WrittenFiles | undefined;
  readonly totals: Readonly<Record<TotalId, Computed>>;
  /** What a person should know before reading the figures: a task that cannot spill, a split that one mapper prevents. */
  readonly notes: readonly string[];
}
