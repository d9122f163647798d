import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import type { Rdd } from '#lib/plan/rdd/rdd.ts';
import type { SparkCall } from '#lib/pyspark/spark-call.ts';
import type { Expr } from '#lib/pyspark/syntax/ast.ts';
import type { RuleContext } from '../context.ts';
import type { PlannedAction } from '../planned-action.ts';
import { nodesBehind } from './origins.ts';

/** Methods that bring whole results to the driver. */
const BRINGS_ROWS = ['collect', 'toPandas', 'toLocalIterator'] as const;

/** A call that brings rows to the driver, and the plan of the DataFrame that they come from. */
export interface Collected {
  readonly call: SparkCall;
  readonly plan: LogicalPlan;
}

/** Calls that bring rows of DataFrames to the driver, by themselves or through their RDD, of which an expression is made. */
export function collectedIn(context: RuleContext, file: string, expr: Expr): readonly Collected[] {
  const calls = [...context.on('frame', ...BRINGS_ROWS), ...context.on('rdd', ...BRINGS_ROWS)];
  const places = new Map(calls.map((call) => [context.key(call.name), call] as const));
  const found = new Map<SparkCall, LogicalPlan>();
  for (const node of nodesBehind(context, file, expr)) {
    if (node.kind !== 'call' || node.callee.kind !== 'attribute') continue;
    const call = places.get(`${file}:${node.callee.nameSpan.from}`);
    const plan = call && (call.on.kind === 'rdd' ? planOf(call.on.rdd) : actionOf(context, call)?.analyzed);
    if (plan) found.set(call, plan);
  }
  return [...found].map(([call, plan]) => ({ call, plan }));
}

export function actionOf(context: RuleContext, call: SparkCall): PlannedAction | undefined {
  return context.actions.find(({ index }) => call.steps[0] <= index && index < call.steps[1]);
}

/** The DataFrame whose rows an RDD has, row by row. */
function planOf(rdd: Rdd): LogicalPlan | undefined {
  if (rdd.kind === 'plan') return rdd.plan;
  return rdd.kind === 'narrow' ? planOf(rdd.parent) : undefined;
}
