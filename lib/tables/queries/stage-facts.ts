import type { QueryRunner } from '../query-runner.ts';
import { ofStage, type StageKey } from './stage-key.ts';
import { type StageListRow, stageListSql } from './stage-list.ts';

/** What the page of a stage tells beside its row in the list. */
export interface StageFactsRow extends StageListRow {
  readonly details: string | null;
  readonly failure_reason: string | null;
  readonly job_ids: readonly number[] | null;
  readonly parent_stage_ids: readonly number[] | null;
  readonly executors: number | null;
  readonly input_records: number;
  readonly output_records: number;
  readonly shuffle_read_records: number;
  readonly shuffle_write_records: number;
  readonly memory_bytes_spilled: number;
  readonly peak_execution_memory: number;
}

/** What is known of one stage? One row, or none when there is no such stage. */
export function stageFactsSql(stage: StageKey): string {
  return `
SELECT
  list.*,
  s.details,
  s.failure_reason,
  s.job_ids,
  s.parent_stage_ids,
  (SELECT count(DISTINCT executor_id) FROM tasks WHERE tasks.stage_id = s.stage_id AND stage_attempt_id = s.attempt_id)::INTEGER AS executors,
  s.input_records,
  s.output_records,
  s.shuffle_read_records,
  s.shuffle_write_records,
  s.memory_bytes_spilled,
  s.peak_execution_memory
FROM (${stageListSql(stage)}) AS list
JOIN stages s USING (stage_id, attempt_id)
WHERE ${ofStage(stage)}`;
}

export async function stageFacts(query: QueryRunner, stage: StageKey): Promise<StageFactsRow | undefined> {
  const [row] = await query<StageFactsRow>(stageFactsSql(stage));
  return row;
}
