import { defaultParallelism } from '../conf.ts';
import { finishedStages } from '../jobs/finished-stages.ts';
import { partitionCount } from '../jobs/partition-count.ts';
import { fetches, type Job } from '../jobs/run.ts';
import { framePlan, runToRdd } from '../jobs/run-plan.ts';
import { type RunContext, runStatic } from '../jobs/static-run.ts';
import { rddTakeRounds } from '../jobs/take.ts';
import { estimatedRddRows } from './estimated-rdd-rows.ts';
import type { Rdd } from './rdd.ts';
import { treeStages } from './tree-stages.ts';

/** The jobs of an action on an RDD: a stage for each shuffle that has not run yet, and one for the result. */
export function runRddAction(
  method: string,
  rdd: Rdd,
  rows: number | undefined,
  context: RunContext,
): readonly Job[] {
  const partitions = partitionsOf(rdd, context);
  const job = (what: string, ...own: readonly number[]): Job => {
    const below: Stages = { seen: new Set(), submitted: [], skipped: [] };
    addStages(rdd, false, below, context);
    return { what, tasks: [...below.submitted, ...own], skipped: below.skipped };
  };
  switch (method) {
    case 'isEmpty':
    case 'first':
    case 'take': {
      const wanted = method === 'take' ? (rows ?? 1) : 1;
      const perPartition = estimatedRddRows(rdd) / Math.max(1, partitions);
      return rddTakeRounds(wanted, partitions, perPartition).map((tasks) => job('take', tasks));
    }
    case 'lookup':
      // With a partitioner only the key's partition is read.
      return [job('lookup', rdd.partitioner ? 1 : partitions)];
    case 'toLocalIterator':
      return Array.from({ length: fetches(partitions) }, () => job('one partition', 1));
    case 'treeAggregate':
    case 'treeReduce':
      return [job(method, ...treeStages(partitions, 'python'))];
    default:
      return [job(method, partitions)];
  }
}

/** Stages below a job's own, as tasks of each. */
interface Stages {
  readonly seen: Set<Rdd>;
  readonly submitted: number[];
  readonly skipped: number[];
}

/** Partitions of an RDD; Spark's default parallelism where the text does not tell. */
function partitionsOf(rdd: Rdd, context: RunContext): number {
  if (rdd.kind === 'plan') {
    const frame = framePlan(rdd.frame, rdd.plan, context);
    runToRdd(frame, context);
    return partitionCount(frame.final ?? frame.plan, context.settings);
  }
  if (rdd.partitions !== undefined) return rdd.partitions;
  switch (rdd.kind) {
    case 'source':
      return rdd.method === 'textFile' || rdd.method === 'wholeTextFiles'
        ? Math.min(2, defaultParallelism(context.settings))
        : defaultParallelism(context.settings);
    case 'narrow':
    case 'shuffle':
      return partitionsOf(rdd.parent, context);
    case 'union':
      return rdd.parents.reduce((sum, parent) => sum + partitionsOf(parent, context), 0);
    case 'cartesian':
      return partitionsOf(rdd.parents[0], context) * partitionsOf(rdd.parents[1], context);
  }
}

/** The shuffle stages that a job needs: those that have not run are submitted, and from then on they have. */
function addStages(rdd: Rdd, isThere: boolean, stages: Stages, context: RunContext): void {
  const { history } = context;
  switch (rdd.kind) {
    case 'source':
      return;
    case 'narrow':
      addStages(rdd.parent, isThere, stages, context);
      return;
    case 'shuffle': {
      if (stages.seen.has(rdd)) return;
      stages.seen.add(rdd);
      const ran = isThere || history.shuffled.has(rdd);
      history.shuffled.add(rdd);
      addStages(rdd.parent, ran, stages, context);
      stages[ran ? 'skipped' : 'submitted'].push(partitionsOf(rdd.parent, context));
      return;
    }
    case 'union':
    case 'cartesian':
      for (const parent of rdd.parents) addStages(parent, isThere, stages, context);
      return;
    case 'plan':
      addPlanStages(rdd, isThere, stages, context);
      return;
  }
}

/** `df.rdd` has run what an adaptive plan needs to run before its last stage; other plans run with the action. */
function addPlanStages(
  rdd: Extract<Rdd, { kind: 'plan' }>,
  isThere: boolean,
  stages: Stages,
  context: RunContext,
): void {
  const frame = framePlan(rdd.frame, rdd.plan, context);
  runToRdd(frame, context);
  if (frame.final) {
    const { settings, history } = context;
    stages.skipped.push(...finishedStages(frame.final, settings, history.cachedFrom));
    return;
  }
  const last = runStatic(frame.plan, { kind: 'execute' }, context).at(-1);
  stages[isThere ? 'skipped' : 'submitted'].push(...(last?.tasks.slice(0, -1) ?? []));
  stages.skipped.push(...(last?.skipped ?? []));
}
