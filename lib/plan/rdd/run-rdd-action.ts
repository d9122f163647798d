import { defaultParallelism } from '../conf.ts';
import { partitionCount } from '../jobs/partition-count.ts';
import type { Job } from '../jobs/run.ts';
import { framePlan, runToRdd } from '../jobs/run-plan.ts';
import { type RunContext, runStatic } from '../jobs/static-run.ts';
import { rddTakeRounds } from '../jobs/take.ts';
import { estimatedRddRows } from './estimated-rdd-rows.ts';
import type { Rdd } from './rdd.ts';

/** The jobs of an action on an RDD: a stage for each shuffle that has not run yet, and one for the result. */
export function runRddAction(
  method: string,
  rdd: Rdd,
  rows: number | undefined,
  context: RunContext,
): readonly Job[] {
  const stages = missingStages(rdd, context);
  const partitions = partitionsOf(rdd, context);
  switch (method) {
    case 'isEmpty':
    case 'first':
    case 'take': {
      const wanted = method === 'take' ? (rows ?? 1) : 1;
      const perPartition = estimatedRddRows(rdd) / Math.max(1, partitions);
      return rddTakeRounds(wanted, partitions, perPartition).map((tasks, i) => ({
        what: 'take',
        tasks: [...(i === 0 ? stages : []), tasks],
      }));
    }
    case 'lookup':
      // With a partitioner only the key's partition is read.
      return [{ what: 'lookup', tasks: [...stages, rdd.partitioner ? 1 : partitions] }];
    case 'toLocalIterator':
      return Array.from({ length: partitions }, (_, i) => ({
        what: 'one partition',
        tasks: [...(i === 0 ? stages : []), 1],
      }));
    case 'treeAggregate':
    case 'treeReduce':
      return [{ what: method, tasks: [...stages, ...treeLevels(partitions), 1] }];
    default:
      return [{ what: method, tasks: [...stages, partitions] }];
  }
}

/** Levels of a tree aggregation of depth 2: partial results meet in the square root of the partitions. */
function treeLevels(partitions: number): readonly number[] {
  const scale = Math.max(Math.ceil(Math.sqrt(partitions)), 2);
  return partitions > scale + Math.ceil(partitions / scale) ? [partitions] : [];
}

/** Partitions of an RDD; Spark's default parallelism where the text does not tell. */
export function partitionsOf(rdd: Rdd, context: RunContext): number {
  if (rdd.kind === 'plan') {
    const frame = framePlan(rdd.frame, rdd.plan, context);
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

/** Tasks of the shuffle stages that have not run; from then on they have. */
function missingStages(rdd: Rdd, context: RunContext): readonly number[] {
  const { history } = context;
  switch (rdd.kind) {
    case 'source':
      return [];
    case 'narrow':
      return missingStages(rdd.parent, context);
    case 'shuffle': {
      if (history.shuffled.has(rdd)) return [];
      history.shuffled.add(rdd);
      return [...missingStages(rdd.parent, context), partitionsOf(rdd.parent, context)];
    }
    case 'union':
    case 'cartesian':
      return rdd.parents.flatMap((parent) => missingStages(parent, context));
    case 'plan':
      return planStages(rdd, context);
  }
}

/** `df.rdd` has run what an adaptive plan needs to run before its last stage; other plans run with the action. */
function planStages(rdd: Extract<Rdd, { kind: 'plan' }>, context: RunContext): readonly number[] {
  const frame = framePlan(rdd.frame, rdd.plan, context);
  runToRdd(frame, context);
  if (frame.final) return [];
  const jobs = runStatic(frame.plan, { kind: 'execute' }, context);
  return jobs.at(-1)?.tasks.slice(0, -1) ?? [];
}
