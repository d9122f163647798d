import type { View } from './view.ts';

/** The plan that ran, one row an operator (codegen clusters left out), with its metrics side by side. */
export const lastPlan: View = {
  name: 'last_plan',
  grain: 'one operator of the last plan of an execution',
  doc: 'Operators of the plan that ran, with rows, bytes and files where the operator reports them.',
  stored: true,
  sql: `
SELECT
  n.execution_id,
  n.node_id,
  n.parent_node_id,
  n.name,
  n.detail,
  n.stage_id,
  n.stage_ids,
  max(m.total) FILTER (m.name = 'number of output rows') AS output_rows,
  max(m.total) FILTER (m.name = 'data size') AS data_size,
  max(m.total) FILTER (m.name = 'shuffle bytes written') AS shuffle_bytes,
  max(m.total) FILTER (m.name IN ('number of files read', 'number of files')) AS files_read,
  max(m.total) FILTER (m.name = 'size of files read') AS files_read_bytes,
  max(m.total) FILTER (m.name = 'number of written files') AS files_written,
  max(m.total) FILTER (m.name = 'written output') AS written_bytes
FROM plan_nodes n
LEFT JOIN plan_metrics m USING (execution_id, plan_version, node_id)
WHERE n.is_last AND n.name NOT LIKE 'WholeStageCodegen%'
GROUP BY ALL
`,
};
