import type { QueryRunner } from '../query-runner.ts';
import type { StageKey } from './stage-key.ts';

export interface OperatorRow {
  readonly execution_id: number;
  readonly node_id: number;
  readonly name: string;
  readonly detail: string | null;
  readonly output_rows: number | null;
  readonly data_size: number | null;
  readonly files_read: number | null;
  readonly files_written: number | null;
  /** Also ran in other stages: an exchange is written by one stage and read by the next. */
  readonly is_shared: boolean;
}

/** Which operators of the last plan ran in a stage? One row an operator, the one nearest to the result first. */
export function stageOperatorsSql({ stageId }: Pick<StageKey, 'stageId'>): string {
  return `
SELECT
  execution_id,
  node_id,
  name,
  detail,
  output_rows,
  data_size,
  files_read,
  files_written,
  len(stage_ids) > 1 AS is_shared
FROM last_plan
WHERE list_contains(stage_ids, ${stageId})
ORDER BY execution_id, node_id`;
}

export function stageOperators(
  query: QueryRunner,
  stage: Pick<StageKey, 'stageId'>,
): Promise<readonly OperatorRow[]> {
  return query<OperatorRow>(stageOperatorsSql(stage));
}
