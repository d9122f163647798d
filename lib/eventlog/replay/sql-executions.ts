import { type Batch, batchOfRows } from '#lib/tables/batch.ts';
import type { RowOf } from '#lib/tables/schema/column.ts';
import {
  planMetrics as metricsTable,
  planNodes as nodesTable,
  sqlExecutions,
} from '#lib/tables/schema/sql.ts';
import { array, type Json, moment, number, object, text } from '../json.ts';
import type { Environment } from './environment.ts';
import type { JobState } from './job-state.ts';
import type { MetricValues } from './metric-values.ts';
import { type PlanNode, planGraph, planMetrics } from './plan-graph.ts';
import { linkStages, type StageLink } from './plan-links.ts';
import { type PlanMetricRow, planMetricRow } from './plan-metric-rows.ts';

type NodeRow = RowOf<typeof nodesTable>;

interface Plan {
  readonly version: number;
  readonly isFinal: boolean;
  readonly nodes: readonly PlanNode[];
}

interface Execution {
  readonly id: number;
  started: boolean;
  rootId: number;
  description: string | null;
  callSite: string | null;
  submissionTime: number | undefined;
  completionTime: number | undefined;
  ended: boolean;
  error: string | null;
  queryId: string | null;
  tags: readonly string[];
  planText: string | null;
  readonly jobs: JobState[];
  initial: Plan | undefined;
  last: Plan | undefined;
  versions: number;
  /** Accumulators of all its plans, to be forgotten with it. */
  readonly accumulators: Set<number>;
  readonly driver: Map<number, number[]>;
  written: boolean;
}

/**
 * SQL executions with their plans and metrics, after Spark's SQLAppStatusListener. Plans are written as soon as
 * an execution is surely over, so that memory does not grow with the number of queries.
 */
export class SqlExecutions {
  readonly #all = new Map<number, Execution>();
  readonly #waiting: Execution[] = [];
  readonly #values: MetricValues;
  readonly #environment: Environment;
  readonly #onBatch: (batch: Batch) => void;
  /** How many unwritten executions show an accumulator. */
  readonly #users = new Map<number, number>();
  #nodeRows: NodeRow[] = [];
  #metricRows: PlanMetricRow[] = [];
  #updateRows = 0;
  /** Middle plans of adaptive executions that were left out because there were too many. */
  droppedUpdates = 0;

  constructor(values: MetricValues, environment: Environment, onBatch: (batch: Batch) => void) {
    this.#values = values;
    this.#environment = environment;
    this.#onBatch = onBatch;
  }

  start(event: Json): void {
    const id = number(event, 'executionId');
    if (id === undefined) return;
    this.#writeOld();
    const execution = this.#get(id);
    execution.started = true;
    execution.rootId = number(event, 'rootExecutionId') ?? id;
    execution.description = text(event, 'description') ?? null;
    execution.callSite = text(event, 'details') ?? null;
    execution.submissionTime = moment(event, 'time');
    execution.queryId = text(event, 'queryId') ?? null;
    execution.tags = array(event, 'jobTags').filter((tag) => typeof tag === 'string');
    this.#environment.session(id, event.modifiedConfigs);
    this.#plan(execution, event);
  }

  adaptiveUpdate(event: Json): void {
    const id = number(event, 'executionId');
    if (id !== undefined) this.#plan(this.#get(id), event);
  }

  /** Metrics of subquery plans that never stand in a tree. */
  adaptiveMetrics(event: Json): void {
    const execution = this.#all.get(number(event, 'executionId') ?? -1);
    if (execution)
      for (const metric of planMetrics(event, 'sqlPlanMetrics')) this.#use(execution, metric.accumulatorId);
  }

  driverUpdates(event: Json): void {
    const id = number(event, 'executionId');
    if (id === undefined) return;
    const { driver } = this.#get(id);
    for (const update of array(event, 'accumUpdates')) {
      if (!Array.isArray(update)) continue;
      const [accumulator, value] = update.map(Number);
      if (accumulator === undefined || value === undefined || !Number.isFinite(value)) continue;
      const values = driver.get(accumulator);
      if (values) values.push(value);
      else driver.set(accumulator, [value]);
    }
  }

  end(event: Json): void {
    const id = number(event, 'executionId');
    if (id === undefined) return;
    const execution = this.#get(id);
    execution.ended = true;
    execution.completionTime = moment(event, 'time');
    execution.error = text(event, 'errorMessage') ?? null;
    this.#waiting.push(execution);
  }

  jobStarted(job: JobState): void {
    if (job.sqlExecutionId !== null) this.#get(job.sqlExecutionId).jobs.push(job);
  }

  /** Executions without an end in the log. */
  get unfinished(): readonly number[] {
    return [...this.#all.values()]
      .filter((execution) => !execution.ended && execution.started)
      .map((e) => e.id);
  }

  get withoutStart(): readonly number[] {
    return [...this.#all.values()].filter((execution) => !execution.started).map((e) => e.id);
  }

  /** Writes what is left. */
  finish(): Batch {
    for (const execution of this.#all.values()) this.#write(execution);
    this.#flushPlans();
    return batchOfRows(sqlExecutions, [...this.#all.values()].map(executionRow));
  }

  #get(id: number): Execution {
    let execution = this.#all.get(id);
    if (!execution) {
      execution = newExecution(id);
      this.#all.set(id, execution);
    }
    return execution;
  }

  #plan(execution: Execution, event: Json): void {
    const description = text(event, 'physicalPlanDescription');
    if (description !== undefined) execution.planText = description.slice(0, MAX_PLAN_TEXT);
    const info = object(event, 'sparkPlanInfo');
    if (!info) return;
    const isFinal = (text(info, 'simpleString') ?? '').includes('isFinalPlan=true');
    const plan: Plan = { version: execution.versions++, isFinal, nodes: planGraph(info) };
    for (const node of plan.nodes)
      for (const metric of node.metrics) this.#use(execution, metric.accumulatorId);
    if (!execution.initial) execution.initial = plan;
    else if (execution.last) this.#middlePlan(execution, execution.last);
    if (plan !== execution.initial) execution.last = plan;
  }

  /** A plan that is neither the first nor the last. */
  #middlePlan(execution: Execution, plan: Plan): void {
    this.#updateRows += plan.nodes.length;
    if (this.#updateRows > MAX_UPDATE_ROWS) {
      this.droppedUpdates++;
      return;
    }
    this.#nodes(execution, plan, 'update', false, new Map());
  }

  #writeOld(): void {
    while (this.#waiting.length > KEEP_WAITING) this.#write(this.#waiting.shift()!);
  }

  #write(execution: Execution): void {
    if (execution.written) return;
    execution.written = true;
    const { initial, last } = execution;
    const stageIds = new Set(execution.jobs.flatMap((job) => job.stageIds));
    if (initial && last)
      this.#nodes(execution, initial, 'initial', false, linkStages(initial.nodes, this.#values, stageIds));
    const current = last ?? initial;
    if (current) {
      const kind = last ? (last.isFinal ? 'final' : 'update') : 'initial';
      this.#nodes(execution, current, kind, true, linkStages(current.nodes, this.#values, stageIds));
      this.#metrics(execution, current, stageIds);
    }
    for (const accumulator of execution.accumulators) this.#release(accumulator);
    execution.initial = undefined;
    execution.last = undefined;
    execution.accumulators.clear();
    execution.driver.clear();
    if (this.#nodeRows.length > FLUSH_ROWS) this.#flushPlans();
  }

  #nodes(
    execution: Execution,
    plan: Plan,
    kind: string,
    isLast: boolean,
    links: ReadonlyMap<number, StageLink>,
  ): void {
    for (const node of plan.nodes) {
      const link = links.get(node.id);
      this.#nodeRows.push({
        execution_id: execution.id,
        plan: kind,
        plan_version: plan.version,
        is_last: isLast,
        node_id: node.id,
        parent_node_id: node.parentId,
        cluster_node_id: node.clusterId,
        depth: node.depth,
        name: node.name,
        detail: node.detail,
        stage_id: link?.stageIds[0] ?? null,
        stage_ids: link?.stageIds ?? [],
        stage_link: link?.how ?? null,
      });
    }
  }

  #metrics(execution: Execution, plan: Plan, stageIds: ReadonlySet<number>): void {
    const context = {
      executionId: execution.id,
      planVersion: plan.version,
      tasks: this.#values,
      stageIds,
      driver: execution.driver,
    };
    for (const node of plan.nodes) {
      for (const metric of node.metrics) {
        const row = planMetricRow(node, metric, context);
        if (row) this.#metricRows.push(row);
      }
    }
  }

  /** Nested executions (streaming, cached plans) show the same accumulators: the last user lets go of the values. */
  #use(execution: Execution, accumulator: number): void {
    if (execution.accumulators.has(accumulator)) return;
    execution.accumulators.add(accumulator);
    this.#users.set(accumulator, (this.#users.get(accumulator) ?? 0) + 1);
  }

  #release(accumulator: number): void {
    const users = (this.#users.get(accumulator) ?? 1) - 1;
    if (users > 0) {
      this.#users.set(accumulator, users);
      return;
    }
    this.#users.delete(accumulator);
    this.#values.drop(accumulator);
  }

  #flushPlans(): void {
    if (this.#nodeRows.length > 0) this.#onBatch(batchOfRows(nodesTable, this.#nodeRows));
    if (this.#metricRows.length > 0) this.#onBatch(batchOfRows(metricsTable, this.#metricRows));
    this.#nodeRows = [];
    this.#metricRows = [];
  }
}

/** Executions whose end was seen wait for so many later ones: late task ends still find their metrics. */
const KEEP_WAITING = 32;
const FLUSH_ROWS = 20_000;
const MAX_UPDATE_ROWS = 300_000;
const MAX_PLAN_TEXT = 200_000;

function newExecution(id: number): Execution {
  return {
    id,
    started: false,
    rootId: id,
    description: null,
    callSite: null,
    submissionTime: undefined,
    completionTime: undefined,
    ended: false,
    error: null,
    queryId: null,
    tags: [],
    planText: null,
    jobs: [],
    initial: undefined,
    last: undefined,
    versions: 0,
    accumulators: new Set(),
    driver: new Map(),
    written: false,
  };
}

function executionRow(execution: Execution): RowOf<typeof sqlExecutions> {
  const { submissionTime, completionTime } = execution;
  const jobsOf = (status: string) =>
    execution.jobs.filter((job) => job.status === status).map((job) => job.id);
  const running = jobsOf('RUNNING');
  const failed = jobsOf('FAILED');
  return {
    execution_id: execution.id,
    root_execution_id: execution.rootId,
    status: statusOf(execution, failed),
    description: execution.description,
    submission_time: submissionTime ?? null,
    completion_time: completionTime ?? null,
    duration:
      submissionTime !== undefined && completionTime !== undefined ? completionTime - submissionTime : null,
    running_job_ids: running,
    success_job_ids: jobsOf('SUCCEEDED'),
    failed_job_ids: failed,
    error_message: execution.error === '' ? null : execution.error,
    query_id: execution.queryId,
    call_site: execution.callSite,
    job_tags: execution.tags,
    plan_description: execution.planText,
  };
}

/** Spark class SQLExecutionUIData.executionStatus. An empty error message says that the execution succeeded. */
function statusOf(execution: Execution, failed: readonly number[]): string {
  if (!execution.ended) return 'RUNNING';
  if (execution.error !== null) return execution.error === '' ? 'COMPLETED' : 'FAILED';
  return failed.length > 0 ? 'FAILED' : 'COMPLETED';
}
