import { knownSize } from '#lib/plan/graph/known-size.ts';
import { exchangeLabel, type GraphColumn } from '#lib/plan/graph/plan-graph.ts';
import { skewText } from '#lib/plan/graph/skew-text.ts';
import { partitionCount } from '#lib/plan/jobs/partition-count.ts';
import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { outputOf } from '#lib/plan/logical/output.ts';
import { optimize } from '#lib/plan/optimize/optimizer.ts';
import { partitioningText } from '#lib/plan/physical/because.ts';
import { outputPartitioning } from '#lib/plan/physical/output-partitioning.ts';
import { prepare } from '#lib/plan/physical/prepare.ts';
import { exchangesOf } from '#lib/plan/predict-exchanges.ts';
import type { PlanSettings } from '#lib/plan/settings.ts';
import { typeName } from '#lib/plan/types/data-type.ts';

/** What is known of a DataFrame before it runs, as plain data. */
export interface FrameFacts {
  readonly columns: readonly GraphColumn[];
  /** What Spark takes for its size, in bytes; undefined where it rests on a source of unknown size. */
  readonly bytes: number | undefined;
  /** How its rows lie, in words. */
  readonly partitioning: string;
  readonly partitions: number;
  /** What moves rows until it is there, in the order of the plan from the result down. */
  readonly exchanges: readonly string[];
}

export function frameFacts(plan: LogicalPlan, settings: PlanSettings): FrameFacts {
  const physical = prepare(optimize(plan, settings).plan, settings);
  return {
    columns: outputOf(plan).map(({ name, type }) => ({ name, type: typeName(type) })),
    bytes: knownSize(plan),
    partitioning: partitioningText(outputPartitioning(physical, settings)),
    partitions: partitionCount(physical, settings),
    exchanges: exchangesOf(physical, true)
      .filter(({ reused }) => reused !== true)
      .map((exchange) => {
        const label = exchangeLabel(exchange);
        return exchange.skew ? `${label} (${skewText(exchange.skew)})` : label;
      }),
  };
}
