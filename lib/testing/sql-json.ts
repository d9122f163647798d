import { type MetricText, type PlanText, parsePlan } from './plan-notation.ts';
import { amount, perTask, split } from './quantities.ts';
import type { SparkVersion } from './spark-version.ts';

const UI = 'org.apache.spark.sql.execution.ui.';

interface Accumulator {
  readonly id: number;
  metric: MetricText;
}

/** The plans of one SQL execution, as events, and what its tasks and the driver report. */
export class ExecutionText {
  readonly id: number;
  private readonly nextId: () => number;
  private readonly plans: { readonly kind: string; readonly info: object }[] = [];
  private readonly accumulators: Accumulator[] = [];
  private readonly byLabel = new Map<string, Accumulator>();

  constructor(id: number, nextAccumulator: () => number) {
    this.id = id;
    this.nextId = nextAccumulator;
  }

  /** `TREE`, or `adaptive TREE` and `final TREE` for the plans of an adaptive execution. */
  addPlan(text: string): void {
    const [, kind, tree] = /^(adaptive|final)?\s*(.*)$/.exec(text)!;
    const info = this.planInfo(parsePlan(tree!));
    if (kind === undefined) this.plans.push({ kind: 'plan', info });
    else {
      const simpleString = `AdaptiveSparkPlan isFinalPlan=${kind === 'final'}`;
      const nodeName = 'AdaptiveSparkPlan';
      this.plans.push({
        kind,
        info: { nodeName, simpleString, children: [info], metadata: {}, metrics: [] },
      });
    }
  }

  start(time: number, description: string, spark: SparkVersion): object {
    return {
      Event: `${UI}SparkListenerSQLExecutionStart`,
      executionId: this.id,
      ...(spark.isAtLeast('3.4') && { rootExecutionId: this.id }),
      description,
      details: `org.example.Main.main(Main.scala:${this.id})`,
      physicalPlanDescription: '== Physical Plan ==',
      ...(this.plans[0] && { sparkPlanInfo: this.plans[0].info }),
      time,
      modifiedConfigs: {},
      jobTags: [],
    };
  }

  /** Plans after the first. */
  updates(): readonly object[] {
    return this.plans.slice(1).map(({ info }) => ({
      Event: `${UI}SparkListenerSQLAdaptiveExecutionUpdate`,
      executionId: this.id,
      physicalPlanDescription: '== Physical Plan ==',
      sparkPlanInfo: info,
    }));
  }

  /** What the driver reports, e.g. the number of files read. */
  driverUpdates(): readonly object[] {
    const accumUpdates = this.accumulators
      .filter(({ metric }) => metric.from === 'driver' && metric.value !== undefined)
      .map(({ id, metric }) => [id, stored(metric, amount(metric.value!))]);
    if (accumUpdates.length === 0) return [];
    return [{ Event: `${UI}SparkListenerDriverAccumUpdates`, executionId: this.id, accumUpdates }];
  }

  end(time: number, error: string, spark: SparkVersion): object {
    return {
      Event: `${UI}SparkListenerSQLExecutionEnd`,
      executionId: this.id,
      time,
      ...(spark.isAtLeast('3.4') && { errorMessage: error }),
    };
  }

  /** Per accumulator of a stage: what each of its tasks reports. */
  taskUpdates(
    stage: number,
    tasks: number,
  ): readonly { id: number; name: string; values: readonly number[] }[] {
    return this.accumulators
      .filter(({ metric }) => metric.from === stage && metric.value !== undefined)
      .map(({ id, metric }) => ({
        id,
        name: metric.name,
        values: valuesOf(metric.value!, tasks).map((value) => stored(metric, value)),
      }));
  }

  private planInfo(plan: PlanText): object {
    const metrics = plan.metrics.map((metric) => ({
      name: metric.name,
      accumulatorId: this.accumulator(plan, metric),
      metricType: metric.type,
    }));
    const children = plan.children.map((child) => this.planInfo(child));
    return { nodeName: plan.name, simpleString: plan.detail, children, metadata: {}, metrics };
  }

  private accumulator(plan: PlanText, metric: MetricText): number {
    const label = plan.label === undefined ? undefined : `${plan.label}|${metric.name}`;
    const known = label === undefined ? undefined : this.byLabel.get(label);
    if (known) {
      if (metric.value !== undefined) known.metric = metric;
      return known.id;
    }
    const accumulator = { id: this.nextId(), metric };
    this.accumulators.push(accumulator);
    if (label !== undefined) this.byLabel.set(label, accumulator);
    return accumulator.id;
  }
}

/** A single value is a total that the tasks share; a list is theirs as it stands. */
function valuesOf(text: string, tasks: number): readonly number[] {
  return /[x,]|\.\./.test(text) ? perTask(text, tasks) : split(amount(text), tasks);
}

/** Spark stores averages times 10. */
function stored(metric: MetricText, value: number): number {
  return metric.type === 'average' ? Math.round(value * 10) : value;
}
