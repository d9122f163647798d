/** How findings name a stage: "stage 4 (count at daily.py:31)"; a retry adds its attempt. */
export function stageLabel(stage: {
  readonly stage_id: number;
  readonly attempt_id: number;
  readonly name: string | null;
}): string {
  const retry = stage.attempt_id > 0 ? ` attempt ${stage.attempt_id}` : '';
  return `stage ${stage.stage_id}${retry}${stage.name ? ` (${stage.name})` : ''}`;
}

/** "in stage 4 (…)" for one finding, "in 3 stages" for several. */
export function inStages(findings: readonly { readonly where: string }[]): string {
  const [first] = findings;
  return findings.length === 1 && first ? `in ${first.where}` : `in ${findings.length} stages`;
}

/** WHERE clause for the successful tasks of a stage attempt. */
export function tasksOf(stage: { readonly stage_id: number; readonly attempt_id: number }): string {
  return `stage_id = ${stage.stage_id} AND stage_attempt_id = ${stage.attempt_id} AND status = 'SUCCESS'`;
}

/** The SQL execution of a stage as a list, empty when it has none. */
export function executionOf(stage: { readonly sql_execution_id: number | null }): readonly number[] {
  return stage.sql_execution_id === null ? [] : [stage.sql_execution_id];
}

/** WHERE clause for the row of a stage attempt in `stages` or `stage_runs`. */
export function stageRow(stage: { readonly stage_id: number; readonly attempt_id: number }): string {
  return `stage_id = ${stage.stage_id} AND attempt_id = ${stage.attempt_id}`;
}
