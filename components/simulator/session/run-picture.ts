import type { AdaptStep } from '#lib/simulator/aqe/adapt-stage.ts';
import type { MergeRule } from '#lib/simulator/aqe/merge-reducers.ts';
import type { SkewMeasure } from '#lib/simulator/aqe/skew-join.ts';
import type { MatrixGrid } from '#lib/simulator/distribution/map-reduce-matrix.ts';
import type { JoinPlan } from '#lib/simulator/pipeline/join-plan.ts';
import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';
import type { PipelineRun, PipelineStage, Skyline } from '#lib/simulator/pipeline/pipeline-run.ts';
import type { StageTasks } from '#lib/simulator/pipeline/stage-tasks.ts';
import type { WrittenFiles } from '#lib/simulator/pipeline/written-files.ts';
import type { PathStep } from '#lib/simulator/schedule/critical-path.ts';
import type { Schedule } from '#lib/simulator/schedule/work.ts';

/** A run as far as it can cross from the worker: numbers and words, no functions. */
export interface RunPicture {
  readonly knobs: Knobs;
  readonly join: JoinPlan | undefined;
  readonly shuffles: readonly ShufflePicture[];
  readonly adaptSteps: readonly AdaptStep[] | undefined;
  readonly stages: readonly StagePicture[];
  readonly taskMemoryBytes: number;
  readonly schedule: Schedule;
  readonly criticalPath: readonly PathStep[];
  readonly written: WrittenFiles | undefined;
  readonly totals: PipelineRun['totals'];
  readonly notes: readonly string[];
}

/** A shuffle: rows and compressed bytes of each partition, and who sends how much to whom. */
export interface ShufflePicture {
  readonly side: Skyline['side'];
  readonly partitioning: 'hash' | 'range' | 'round-robin';
  readonly rows: Float64Array;
  readonly keys: Int32Array | undefined;
  readonly bytes: Float64Array;
  /** As map statuses round them. */
  readonly seenBytes: ArrayLike<number>;
  readonly skew: SkewMeasure;
  readonly coalesce: MergeRule | undefined;
  readonly maps: number;
  /** Rows of a block (one map task, one reducer), in at most 64 x 64 cells: of neighbors their mean. */
  readonly grid: MatrixGrid;
}

export interface StagePicture extends Omit<PipelineStage, 'tasks'> {
  readonly tasks: Omit<StageTasks, 'explain'>;
}

const GRID = 64;

export function pictureOf(run: PipelineRun): RunPicture {
  const { knobs, join, taskMemoryBytes, schedule, criticalPath, written, totals, notes } = run;
  return {
    ...{ knobs, join, taskMemoryBytes, schedule, criticalPath, written, totals, notes },
    shuffles: run.skylines.map(shuffleOf),
    adaptSteps: run.adapted?.steps,
    stages: run.stages.map(stageOf),
  };
}

function shuffleOf({ side, exchange, seenBytes, skew, coalesce }: Skyline): ShufflePicture {
  const { partitioning, rows, keys, bytes, matrix } = exchange;
  return {
    ...{ side, partitioning, rows, keys, bytes, seenBytes, skew, coalesce },
    maps: matrix.maps,
    grid: meanBlocks(matrix.grid(GRID, GRID)),
  };
}

/** Cells of more neighbors than others would else look hotter. */
function meanBlocks({ mapRanges, reducerRanges, cells }: MatrixGrid): MatrixGrid {
  const sizeOf = ([start, end]: readonly [number, number]) => end - start;
  const columns = reducerRanges.length;
  const blocksOf = (i: number) =>
    sizeOf(mapRanges[Math.floor(i / columns)]!) * sizeOf(reducerRanges[i % columns]!);
  return { mapRanges, reducerRanges, cells: cells.map((rows, i) => rows / blocksOf(i)) };
}

function stageOf({ tasks, ...stage }: PipelineStage): StagePicture {
  const { count, rows, readBytes, writtenBytes, neededBytes, spillBytes, durationMs, tooLarge } = tasks;
  return {
    ...stage,
    tasks: { count, rows, readBytes, writtenBytes, neededBytes, spillBytes, durationMs, tooLarge },
  };
}
