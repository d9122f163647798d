import { ExplainButton } from '#components/explain/explain-button.tsx';
import { drawnPlan } from '#lib/explain/drawn-plan.ts';
import { packOfPlan } from '#lib/explain/pack-of-plan.ts';
import type { PlanGraph } from '#lib/plan/graph/plan-graph.ts';
import type { SparkVersion } from '#lib/plan/settings.ts';
import type { ProgramView } from '#lib/pyspark/view/program-view.ts';

export interface ExplainPlanProps {
  readonly view: ProgramView;
  readonly graph: PlanGraph;
  readonly spark: SparkVersion;
  /** Of the rules that the program breaks. */
  readonly ruleIds: readonly string[];
}

/** The plan in words. The logical view moves no rows, so there is nothing of the kind to explain in it. */
export function ExplainPlan({ view, graph, spark, ruleIds }: ExplainPlanProps) {
  if (graph.view === 'logical' || view.lanes.every(({ runBy }) => runBy !== 'action')) return null;
  return (
    <div className="px-3 pb-3">
      <ExplainButton of={graph} makePack={() => packOfPlan(drawnPlan(view, graph, spark, ruleIds))} />
    </div>
  );
}
