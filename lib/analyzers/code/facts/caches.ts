import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import type { SparkCall } from '#lib/pyspark/spark-call.ts';
import type { FrameValue } from '#lib/pyspark/values/spark-value.ts';
import { framesOf } from '#lib/pyspark/view/frame-graph.ts';
import type { RuleContext } from '../context.ts';
import { loopOf } from './loops.ts';
import { nodesOf } from './plans.ts';

/** A cache() or persist() and what became of it. */
export interface CacheUse {
  readonly call: SparkCall & { readonly on: FrameValue };
  /** How often plans of later steps read it. */
  readonly reads: number;
  /** It also went where nobody can see what is done with it, or is used in a loop whose turns are not known. */
  readonly escapes: boolean;
  readonly unpersist: SparkCall | undefined;
}

export function cacheUses(context: RuleContext): readonly CacheUse[] {
  return context.on('frame', 'cache', 'persist').flatMap((call): readonly CacheUse[] => {
    if (call.on.streaming || call.at === undefined) return [];
    const { at } = call;
    const reads = context.program.steps.reduce((sum, step) => sum + readsIn(plansOf(step), at), 0);
    const { frame } = call.on;
    const derived = context.calls.filter((each) =>
      framesOf(each).some((used) => context.frames.ancestors(used.frame).has(frame)),
    );
    const unpersist = derived.find((each) => each.method === 'unpersist' && isOf(each, frame));
    return [{ call, reads, escapes: derived.some((each) => isUnseen(context, each)), unpersist }];
  });
}

function isOf(call: SparkCall, frame: number): boolean {
  return call.on?.kind === 'frame' && call.on.frame === frame;
}

function plansOf(step: RuleContext['program']['steps'][number]): readonly LogicalPlan[] {
  if ('on' in step) return step.on.kind === 'rdd' ? plansOfRdd(step.on.rdd) : [step.on.plan];
  if ('plan' in step.does) return [step.does.plan];
  return 'rdd' in step.does ? plansOfRdd(step.does.rdd) : [];
}

function plansOfRdd(rdd: object): readonly LogicalPlan[] {
  const found: LogicalPlan[] = [];
  const visit = (node: {
    readonly kind?: string;
    plan?: LogicalPlan;
    parent?: object;
    parents?: readonly object[];
  }): void => {
    if (node.kind === 'plan' && node.plan) found.push(node.plan);
    if (node.parent) visit(node.parent);
    for (const parent of node.parents ?? []) visit(parent);
  };
  visit(rdd);
  return found;
}

function readsIn(plans: readonly LogicalPlan[], at: number): number {
  return plans
    .flatMap((plan) => nodesOf(plan, true))
    .filter((node) => node.kind === 'InMemoryRelation' && node.at === at).length;
}

/** Calls that may run anything: unknown functions, training, streams, actions in loops that are shown once. */
function isUnseen(context: RuleContext, call: SparkCall): boolean {
  if (call.kind === 'unknown' || call.on?.kind === 'opaque') return true;
  if (/TempView$|^registerTempTable$|^pandas_api$|^foreachBatch$|^start$/.test(call.method)) return true;
  const loop = call.steps[1] > call.steps[0] ? loopOf(context, call) : undefined;
  return loop !== undefined && loop.turns === undefined;
}
