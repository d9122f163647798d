import { formatBytes } from '#lib/base/format.ts';
import { actionPlan } from './jobs/action-plan.ts';
import { estimatedRows } from './jobs/estimated-rows.ts';
import { type Job, type RunHistory, stagesOf } from './jobs/run.ts';
import { framePlan, runFrame, runPlan } from './jobs/run-plan.ts';
import type { RunContext, Use } from './jobs/static-run.ts';
import type { LogicalPlan } from './logical/logical-plan.ts';
import { walkPlan } from './logical/traverse.ts';
import { assumeSizes } from './optimize/assume-sizes.ts';
import { optimize } from './optimize/optimizer.ts';
import type { RuleNote } from './optimize/rule.ts';
import { ASSUMED_FILE_BYTES } from './optimize/size-in-bytes.ts';
import type { PhysicalPlan } from './physical/physical-plan.ts';
import { prepare } from './physical/prepare.ts';
import { exchangesOf, joinsOf, type Located } from './predict-exchanges.ts';
import type { PredictedExchange, PredictedJoin } from './prediction.ts';
import type { Rdd } from './rdd/rdd.ts';
import { runRddAction } from './rdd/run-rdd-action.ts';
import type { Catalog, PlanSettings } from './settings.ts';

/** An action of a program, with the settings in force there. */
export interface ActionRequest {
  readonly method: string;
  /** The operation of its call, where a program calls it. */
  readonly at?: number;
  /** `frame` numbers the DataFrame objects of a program; below zero for a plan that no object stands for. */
  readonly on:
    | { readonly kind: 'dataframe' | 'writer'; readonly plan: LogicalPlan; readonly frame: number }
    | { readonly kind: 'rdd'; readonly rdd: Rdd };
  readonly rows: number | undefined;
  readonly conf: Readonly<Record<string, string>>;
}

export interface PredictContext {
  readonly settings: PlanSettings;
  readonly catalog: Catalog;
  /** What earlier actions of the program have left: one object for all of them, which each prediction adds to. */
  readonly history: RunHistory;
}

/** What Spark does for an action. */
export interface ActionPrediction {
  readonly exchanges: readonly Located<PredictedExchange>[];
  readonly joins: readonly Located<PredictedJoin>[];
  readonly jobs: readonly Job[];
  readonly stages: number;
  readonly depends: readonly string[];
  /** The physical plan; undefined for RDDs. */
  readonly plan: PhysicalPlan | undefined;
  readonly optimized: LogicalPlan | undefined;
  readonly notes: readonly RuleNote[];
}

export function predictAction(action: ActionRequest, context: PredictContext): ActionPrediction {
  const settings = { ...context.settings, conf: { ...context.settings.conf, ...action.conf } };
  const run: RunContext = {
    settings,
    history: context.history,
    catalog: context.catalog,
    rows: (plan) => estimatedRows(plan, context.catalog),
  };
  if (action.on.kind === 'rdd') {
    const jobs = runRddAction(action.method, action.on.rdd, action.rows, run);
    return {
      exchanges: [],
      joins: [],
      jobs,
      stages: stagesOf(jobs),
      depends: [],
      plan: undefined,
      optimized: undefined,
      notes: [],
    };
  }
  const planned = actionPlan(action.method, assumeSizes(action.on.plan), action.rows, settings, action.at);
  const { plan: optimized, notes } = optimize(planned.plan, settings);
  const own =
    planned.own && action.on.kind === 'dataframe' && action.on.frame >= 0
      ? framePlan(action.on.frame, planned.plan, run)
      : undefined;
  const plan = own ? own.plan : prepare(optimized, settings, context.history.cached);
  const jobs = own ? runFrame(own, planned.use, run) : runPlan(plan, optimized, planned.use, run);
  const unsized = unsizedSources(optimized);
  return {
    exchanges: exchangesOf(plan, unsized.length === 0),
    joins: joinsOf(plan),
    jobs,
    stages: stagesOf(jobs),
    depends: [...dependsOn(planned.use, plan), ...unsized],
    plan,
    optimized,
    notes,
  };
}

/** Sources of joins whose size nobody told: whether a side is broadcast is a question of size. */
function unsizedSources(plan: LogicalPlan): readonly string[] {
  const found = new Set<string>();
  let joins = false;
  walkPlan(plan, (node) => {
    if (node.kind === 'Join') joins = true;
    if (node.kind === 'Relation' && node.bytes === undefined)
      found.add(ofUnknownSize(node.source, node.assumedBytes ?? ASSUMED_FILE_BYTES));
  });
  return joins ? [...found] : [];
}

function ofUnknownSize(source: string, taken: number): string {
  return `the size of ${source} is not known and taken as ${formatBytes(taken)}: which side is broadcast depends on it`;
}

function dependsOn(use: Use, plan: PhysicalPlan): readonly string[] {
  const takes = use.kind === 'take' || (plan.kind === 'Limit' && plan.operator === 'CollectLimit');
  return takes ? ['how many jobs a limit takes depends on which partitions hold rows'] : [];
}
