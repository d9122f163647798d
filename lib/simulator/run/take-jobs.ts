import { isAtLeast } from '#lib/plan/conf.ts';
import { rddTakeRounds, takeRounds } from '#lib/plan/jobs/take.ts';
import type { PlanSettings } from '#lib/plan/settings.ts';

export const TAKE_ACTIONS = [
  'take',
  'head',
  'first',
  'show',
  'limit-collect',
  'tail',
  'isEmpty',
  'pyspark rdd.take',
  'pyspark rdd.first',
  'pyspark rdd.isEmpty',
] as const;

export type TakeAction = (typeof TAKE_ACTIONS)[number];

export interface TakeRequest {
  readonly action: TakeAction;
  readonly n: number;
  readonly rowsPerPartition: ArrayLike<number>;
  /** More rows than this the plan cannot have, whatever its filters keep (LogicalPlan.maxRows); undefined: any number. */
  readonly maxRows: number | undefined;
}

/**
 * Tasks of each job of an action that wants the first rows of a plan without shuffles. A limit that the plan cannot exceed is
 * dropped, and all partitions are read at once (EliminateLimits). Source: SparkPlan.executeTake, Dataset.isEmpty (from 4.0 one
 * job that limits every partition and then all), pyspark.RDD.take.
 */
export function takeJobs(request: TakeRequest, settings: PlanSettings): readonly number[] {
  const { action, n, rowsPerPartition } = request;
  const partitions = rowsPerPartition.length;
  switch (action) {
    case 'pyspark rdd.isEmpty':
    case 'pyspark rdd.first':
      return rddTakeRounds(1, partitions, rowsPerPartition);
    case 'pyspark rdd.take':
      return rddTakeRounds(n, partitions, rowsPerPartition);
    case 'isEmpty':
      if (!isAtLeast(settings, '4.0')) return takeRounds(1, partitions, rowsPerPartition, settings);
      return partitions > 1 && mayExceed(request, 1) ? [partitions + 1] : [Math.max(partitions, 1)];
    case 'tail':
      return takeRounds(n, partitions, Array.from(rowsPerPartition).reverse(), settings);
    default:
      return limited(request, rowsOf(action, n), settings);
  }
}

function limited(request: TakeRequest, limit: number, settings: PlanSettings): readonly number[] {
  const { length } = request.rowsPerPartition;
  if (mayExceed(request, limit)) return takeRounds(limit, length, request.rowsPerPartition, settings);
  return limit === 0 || length === 0 ? [] : [length];
}

/** show() asks for one more than it shows, to see whether there are more. */
function rowsOf(action: TakeAction, n: number): number {
  return action === 'first' ? 1 : action === 'show' ? n + 1 : n;
}

function mayExceed({ maxRows }: TakeRequest, limit: number): boolean {
  return maxRows === undefined || maxRows > limit;
}
