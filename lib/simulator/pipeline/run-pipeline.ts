import { UserError } from '#lib/base/assert.ts';
import { formatCount } from '#lib/base/format.ts';
import { expansionOf } from '../estimate/format-figures.ts';
import { taskMemory } from '../estimate/task-memory.ts';
import { countPieces } from '../files/scan-partitions.ts';
import { criticalPath } from '../schedule/critical-path.ts';
import { DEFAULT_ALLOCATION } from '../schedule/executor-target.ts';
import { runSchedule } from '../schedule/run-schedule.ts';
import { defaultSpeculation } from '../schedule/speculation.ts';
import type { Schedule } from '../schedule/work.ts';
import { checkKnobs } from './check-knobs.ts';
import { planJoin } from './join-plan.ts';
import { settingsOf } from './knob-settings.ts';
import type { Knobs } from './knobs.ts';
import type { LastTask } from './last-task.ts';
import { notesOf } from './notes.ts';
import type { PipelineRun, PipelineStage } from './pipeline-run.ts';
import { planStages } from './plan-stages.ts';
import { scanInput, sourceData } from './source-data.ts';
import { stageTasks, type TaskPlan } from './stage-tasks.ts';
import { totalsOf } from './totals.ts';
import { type WrittenFiles, writtenFiles } from './written-files.ts';

/** Pieces of files that are looked at one by one. */
const MAX_PIECES = 100_000;

/**
 * The whole pipeline from files to files for one setting of the knobs: read, join or aggregate or sort or repartition, write.
 * Partitions, joins, adaptive changes and files without partitionBy follow Spark's rules exactly for the sizes assumed;
 * sizes, memory, spill and times are estimates. Throws `UserError` where knobs are out of range.
 */
export function runPipeline(knobs: Knobs): PipelineRun {
  const problem = checkKnobs(knobs)[0];
  if (problem) throw new UserError(problem.message);
  checkPieces(knobs);
  const settings = settingsOf(knobs);
  const source = sourceData(knobs, knobs.dataBytes, knobs.files);
  const other = knobs.step === 'join' ? sourceData(knobs, knobs.otherBytes, knobs.otherFiles) : undefined;
  const join = other && planJoin(knobs, Math.floor(other.rows * knobs.otherKept), settings);
  const planned = planStages(knobs, settings, source, other, join);
  const memory = taskMemory(knobs.memoryBytes, knobs.cores);
  const written = knobs.write ? filesOf(planned.lastTasks, knobs) : undefined;
  const lastPlans = planned.lastTasks.map((task, i) => withFiles(task, written?.filesPerTask[i] ?? 0, knobs));
  const drafts = [...planned.before, { ...planned.last, tasks: lastPlans }];
  const stages = drafts.map(
    ({ tasks, ...stage }, id): PipelineStage => ({
      id,
      // An adaptive run makes a job of every stage; else one job runs them all.
      job: knobs.adaptive ? id : 0,
      ...stage,
      tasks: stageTasks(tasks, memory.value, knobs),
    }),
  );
  const schedule = scheduleOf(stages, knobs);
  const { skylines, adapted } = planned;
  const parts = { knobs, source, other, join, skylines, adapted, stages, schedule, written };
  return {
    ...parts,
    taskMemoryBytes: memory.value,
    criticalPath: criticalPath(schedule),
    totals: totalsOf(parts, memory),
    notes: notesOf(parts, memory.value),
  };
}

/** A file scan makes a list of every piece; millions of them would only be waited for. */
function checkPieces(knobs: Knobs): void {
  const sides = [
    ['Data size', knobs.dataBytes, knobs.files],
    ...(knobs.step === 'join'
      ? [['Size of the other side', knobs.otherBytes, knobs.otherFiles] as const]
      : []),
  ] as const;
  for (const [label, bytes, files] of sides) {
    const pieces = files > MAX_PIECES ? files : countPieces(scanInput(knobs, bytes, files));
    if (pieces > MAX_PIECES)
      throw new UserError(
        `${label}: these files give ${formatCount(pieces)} pieces to read.`,
        `At most ${formatCount(MAX_PIECES)} are simulated: raise spark.sql.files.maxPartitionBytes, or take less data or fewer files.`,
      );
  }
}

/** Files are written as Parquet with snappy. */
function withFiles({ plan, outRows }: LastTask, files: number, knobs: Knobs): TaskPlan {
  const load = { ...plan.load, files: plan.load.files + files };
  return { ...plan, load, writtenBytes: knobs.write ? fileBytes(outRows, knobs) : 0 };
}

function fileBytes(rows: number, knobs: Knobs): number {
  return (rows * knobs.rowBytes) / expansionOf('parquet', 'snappy');
}

function filesOf(tasks: readonly LastTask[], knobs: Knobs): WrittenFiles {
  const rows = tasks.reduce((sum, { outRows }) => sum + outRows, 0);
  const writing = tasks.map(({ outRows, outKeys }) => ({ rows: outRows, keys: outKeys }));
  const keys = knobs.keyShape === 'weights' ? knobs.weights.length : knobs.keys;
  return writtenFiles(writing, keys, fileBytes(rows, knobs), knobs);
}

function scheduleOf(stages: readonly PipelineStage[], knobs: Knobs): Schedule {
  const { executors, cores, dynamicAllocation, executorStartMs, speculation, spark } = knobs;
  return runSchedule(
    stages.map(({ id, name, parents, job, tasks }) => ({
      id,
      name,
      parents,
      job,
      durationsMs: tasks.durationMs,
      records: tasks.rows,
    })),
    { executors: dynamicAllocation ? 0 : executors, slotsPerExecutor: cores },
    {
      ...(dynamicAllocation && {
        allocation: { ...DEFAULT_ALLOCATION, maxExecutors: executors, startMs: executorStartMs },
      }),
      ...(speculation && { speculation: defaultSpeculation(spark) }),
    },
  );
}
