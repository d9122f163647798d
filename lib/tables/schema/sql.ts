import { bigint, boolean, defineTable, double, integer, integers, text, texts } from './column.ts';

export const sqlExecutions = defineTable({
  name: 'sql_executions',
  grain: 'one SQL execution',
  doc: 'DataFrame actions and SQL statements.',
  key: ['execution_id'],
  columns: {
    execution_id: bigint('Unique within the driver JVM; need not start at 0.'),
    root_execution_id: bigint('The execution this one is part of; itself when it is none.'),
    status: text('RUNNING, COMPLETED or FAILED.'),
    description: text('Description or call site.'),
    submission_time: bigint('Start.', 'epoch ms'),
    completion_time: bigint('End; NULL when the log has none.', 'epoch ms'),
    duration: bigint('End minus start; NULL without an end.', 'ms'),
    running_job_ids: integers('Jobs without an end in the log.'),
    success_job_ids: integers('Jobs that succeeded.'),
    failed_job_ids: integers('Jobs that failed.'),
    error_message: text('Why it failed.'),
    query_id: text('Query id (Spark 4).'),
    call_site: text('Long call site (call stack).'),
    job_tags: texts('Job tags.'),
    plan_description: text('Last physical plan as text (EXPLAIN FORMATTED), cut after 200,000 characters.'),
  },
});

export const planNodes = defineTable({
  name: 'plan_nodes',
  grain: 'one node of one plan',
  doc: 'Physical plans as the SQL tab draws them, with the tab’s node ids.',
  key: ['execution_id', 'plan_version', 'node_id'],
  columns: {
    execution_id: bigint('SQL execution.'),
    plan: text('initial, update (after an adaptive re-plan) or final.'),
    plan_version: integer('0 for the initial plan, then one for each adaptive update.'),
    is_last: boolean('Whether this is the last plan known of the execution.'),
    node_id: integer('Node id within the plan, as in the SQL tab.'),
    parent_node_id: integer('Node that consumes this one’s rows; NULL for the root.'),
    cluster_node_id: integer('WholeStageCodegen node it is part of.'),
    depth: integer('Distance from the root.'),
    name: text('Operator, e.g. "SortMergeJoin".'),
    detail: text('Operator with its arguments, as Spark shortened it.'),
    stage_id: integer('Stage that ran the operator; the first where several did.'),
    stage_ids: integers('All stages that ran it.'),
    stage_link: text(
      'How the stage was found: metrics (the stage reported this node’s metrics), structure (neighbors between exchanges) or NULL.',
    ),
  },
});

export const planMetrics = defineTable({
  name: 'plan_metrics',
  grain: 'one metric of one node',
  doc: 'SQL metrics of the nodes of the last plan. A metric without a row was never reported: no data, not 0.',
  key: ['execution_id', 'plan_version', 'node_id', 'accumulator_id'],
  columns: {
    execution_id: bigint('SQL execution.'),
    plan_version: integer('Plan the node belongs to.'),
    node_id: integer('Node.'),
    accumulator_id: bigint('Accumulator behind the metric.'),
    name: text('Metric, e.g. "number of output rows".'),
    metric_type: text('sum, size, timing (ms), nsTiming (ns) or average (stored times 10).'),
    total: double(
      'Total over tasks and driver; the mean of the tasks for averages. Bytes, ms, ns or a count by type.',
    ),
    min: double('Smallest task value; NULL for plain sums and driver-only values.'),
    median: double('Median task value.'),
    max: double('Largest task value.'),
    max_stage_id: integer('Stage of the largest value.'),
    max_stage_attempt_id: integer('Its attempt.'),
    max_task_id: bigint('Its task.'),
    task_values: integer('Number of task values.', 'count'),
    source: text('tasks, driver, tasks+driver, or stage (totals from StageCompleted only).'),
  },
});
