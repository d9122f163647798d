import type { QueryRunner } from '../query-runner.ts';
import { ofTasks, type StageKey } from './stage-key.ts';

/** What a task attempt did with its time, in the order in which charts show it, everywhere. */
export const PHASES = [
  'scheduler delay',
  'deserialize',
  'shuffle fetch wait',
  'garbage collection',
  'shuffle write',
  'other running',
  'result',
  'failed or killed',
] as const;
export type Phase = (typeof PHASES)[number];

export interface PhaseRow {
  readonly phase: Phase;
  readonly ms: number;
}

/**
 * Where did the task time go? One row a phase; together they are the durations of all attempts.
 *
 * Waiting, writing and garbage collection are parts of the executor's run time; they can overlap (garbage collection
 * counts for every task of a JVM), so each takes at most what the ones before left over.
 */
export function taskTimePhasesSql(stage?: StageKey): string {
  return `
WITH attempts AS (
  SELECT
    *,
    least(shuffle_fetch_wait_time, executor_run_time) AS fetch_wait,
    least(shuffle_write_time // 1000000, executor_run_time - fetch_wait) AS write_time,
    least(jvm_gc_time, executor_run_time - fetch_wait - write_time) AS gc_time
  FROM tasks
  WHERE duration IS NOT NULL${stage ? ` AND ${ofTasks(stage)}` : ''}
),
sums AS (
  SELECT
    sum(scheduler_delay) FILTER (status = 'SUCCESS') AS scheduler_delay,
    sum(executor_deserialize_time) FILTER (status = 'SUCCESS') AS deserialize,
    sum(fetch_wait) FILTER (status = 'SUCCESS') AS fetch_wait,
    sum(gc_time) FILTER (status = 'SUCCESS') AS gc_time,
    sum(write_time) FILTER (status = 'SUCCESS') AS write_time,
    sum(executor_run_time - fetch_wait - write_time - gc_time) FILTER (status = 'SUCCESS') AS other_running,
    sum(result_serialization_time + getting_result_time) FILTER (status = 'SUCCESS') AS result,
    sum(duration) FILTER (status <> 'SUCCESS') AS unsuccessful
  FROM attempts
)
SELECT
  unnest([${PHASES.map((phase) => `'${phase}'`).join(', ')}]) AS phase,
  unnest([
    scheduler_delay, deserialize, fetch_wait, gc_time, write_time, other_running, result, unsuccessful
  ]::DOUBLE[]) AS ms
FROM sums`;
}

export async function taskTimePhases(query: QueryRunner, stage?: StageKey): Promise<readonly PhaseRow[]> {
  const rows = await query<{ phase: Phase; ms: number | null }>(taskTimePhasesSql(stage));
  return rows.map(({ phase, ms }) => ({ phase, ms: ms ?? 0 }));
}
