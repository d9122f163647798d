import type { RestAnswer, RestRow, TruthTables } from './rest-answer.ts';
import { formatMetric } from './spark-format.ts';

/** Plans as the History Server draws them, and ours in the same shape: nodes, edges, and metrics as texts. */

export function truthPlans(answer: RestAnswer): TruthTables {
  return {
    plan_nodes: answer.sql.flatMap(({ id, nodes }) =>
      nodes.map((node) => ({
        execution_id: id,
        node_id: node.nodeId,
        name: node.nodeName.trim(),
        cluster: node.wholeStageCodegenId ?? null,
        ...(node.desc !== undefined && { detail: node.desc }),
      })),
    ),
    plan_edges: answer.sql.flatMap(({ id, edges }) =>
      edges.map(({ fromId, toId }) => ({ execution_id: id, from: fromId, to: toId })),
    ),
    plan_metrics: answer.sql.flatMap(({ id, nodes }) =>
      nodes.flatMap((node) =>
        numbered(
          node.metrics.map(({ name, value }) => ({
            execution_id: id,
            node_id: node.nodeId,
            name,
            ...parts(value),
          })),
        ),
      ),
    ),
  };
}

/** `nodes` and `metrics` are rows of `plan_nodes` and `plan_metrics`, of the last plan of each execution. */
export function ourPlans(nodes: readonly RestRow[], metrics: readonly RestRow[]): TruthTables {
  const names = new Map(nodes.map((node) => [`${node.execution_id} ${node.node_id}`, String(node.name)]));
  return {
    plan_nodes: nodes.map(({ execution_id, node_id, name, detail, cluster_node_id }) => {
      const cluster = /\((\d+)\)/.exec(names.get(`${execution_id} ${cluster_node_id}`) ?? '')?.[1];
      return { execution_id, node_id, name, detail, cluster: cluster === undefined ? null : Number(cluster) };
    }),
    plan_edges: nodes
      .filter(({ parent_node_id }) => parent_node_id !== null)
      .map(({ execution_id, node_id, parent_node_id }) => ({
        execution_id,
        from: node_id,
        to: parent_node_id,
      })),
    plan_metrics: numbered(metrics.map(metricRow)),
  };
}

function metricRow(metric: RestRow): RestRow {
  const { execution_id, node_id, name, min, max_stage_id, max_stage_attempt_id, max_task_id } = metric;
  const type = String(metric.metric_type);
  const text = (value: unknown) => formatMetric(type, Number(value));
  const hasSpread = min !== null;
  return {
    execution_id,
    node_id,
    name,
    // Spark prints no total of averages.
    total: hasSpread && type === 'average' ? null : text(metric.total),
    min: hasSpread ? text(min) : null,
    median: hasSpread ? text(metric.median) : null,
    max: hasSpread ? text(metric.max) : null,
    largest:
      !hasSpread || max_task_id === null
        ? null
        : `stage ${max_stage_id}.${max_stage_attempt_id}: task ${max_task_id}`,
  };
}

/** "total (min, med, max (stageId: taskId))\n18 ms (8 ms, 10 ms, 10 ms (stage 3.0: task 4))" */
function parts(value: string): RestRow {
  const match = /^[^\n]*\n(?:(.*?) )?\((.*?), (.*?), (.*?)(?: \((stage .*?|driver)\))?\)$/.exec(value);
  if (!match) return { total: value, min: null, median: null, max: null, largest: null };
  const [, total, min, median, max, largest] = match;
  return { total: total ?? null, min, median, max, largest: largest === 'driver' ? null : (largest ?? null) };
}

/** A node can have two metrics of one name. */
function numbered(rows: readonly RestRow[]): readonly RestRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const key = `${row.execution_id} ${row.node_id} ${row.name}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
    return seen.get(key) === 1 ? row : { ...row, name: `${row.name} #${seen.get(key)}` };
  });
}
