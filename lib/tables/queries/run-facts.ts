import type { QueryRunner } from '../query-runner.ts';

/** What every check needs to know of a run first: its length, its slots, whether it has tasks and SQL. */
export async function runFacts(query: QueryRunner) {
  const [row] = await query<{
    window_ms: number;
    run_ms: number;
    slots: number;
    slot_ms_offered: number;
    slot_ms_used: number;
    is_streaming: boolean;
    has_tasks: boolean;
    has_sql: boolean;
    spark_version: string | null;
  }>(`
SELECT
  window_ms, run_ms, slots, slot_ms_offered, slot_ms_used, is_streaming,
  EXISTS (FROM tasks) AS has_tasks,
  EXISTS (FROM plan_nodes) AS has_sql,
  (SELECT max(spark_version) FROM application) AS spark_version
FROM run_window`);
  return {
    windowMs: row?.window_ms ?? 0,
    runMs: row?.run_ms ?? 1,
    workMs: Math.max(1, row?.window_ms || row?.run_ms || 1),
    slots: row?.slots ?? 0,
    slotMsOffered: row?.slot_ms_offered ?? 0,
    slotMsUsed: row?.slot_ms_used ?? 0,
    isStreaming: row?.is_streaming ?? false,
    hasTasks: row?.has_tasks ?? false,
    hasSql: row?.has_sql ?? false,
    sparkVersion: row?.spark_version ?? null,
  };
}
