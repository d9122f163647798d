import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { childrenOf } from '#lib/plan/logical/traverse.ts';
import type { Rdd } from '#lib/plan/rdd/rdd.ts';
import { OutOfBudget } from '../interpret/budget.ts';
import type { Run } from '../interpret/run.ts';
import type { Action, Eager } from '../program.ts';
import type { FrameValue } from '../values/spark-value.ts';
import type { Call } from './method.ts';

/** Plans of more nodes are no programs that anybody runs: Spark itself does not get through them. */
const MOST_NODES = 5_000;
const sizes = new WeakMap<LogicalPlan, number>();

function sizeOf(plan: LogicalPlan): number {
  let size = sizes.get(plan);
  if (size === undefined) {
    size = childrenOf(plan).reduce((sum, child) => sum + sizeOf(child), 1);
    sizes.set(plan, size);
  }
  return size;
}

/** A new DataFrame object over a plan. */
export function newFrame(call: Call, plan: LogicalPlan, streaming = false): FrameValue {
  if (sizeOf(plan) > MOST_NODES) throw new OutOfBudget();
  const frame = ++call.run.session.lastFrame;
  return streaming ? { kind: 'frame', plan, frame, streaming } : { kind: 'frame', plan, frame };
}

/** A frame made from another one: streams stay streams. */
export function derived(call: Call, from: FrameValue, plan: LogicalPlan): FrameValue {
  return newFrame(call, plan, from.streaming ?? false);
}

/** Settings in force: what the program set wins over what was given from outside. */
function effectiveConf(run: Run): Readonly<Record<string, string>> {
  return { ...run.settings.conf, ...Object.fromEntries(run.session.conf) };
}

export function settingOf(run: Run, key: string): string | undefined {
  return run.session.conf.get(key) ?? run.settings.conf[key];
}

function depends(run: Run): { readonly depends?: readonly string[] } {
  return run.conditions.length > 0 ? { depends: [...run.conditions] } : {};
}

export function frameAction(call: Call, frame: FrameValue, rows?: number): void {
  const { run } = call;
  push(call, { kind: 'dataframe', plan: run.session.cached.use(frame.plan), frame: frame.frame }, rows);
}

export function writeAction(call: Call, plan: LogicalPlan, frame: FrameValue): void {
  push(call, { kind: 'writer', plan: call.run.session.cached.use(plan), frame: frame.frame }, undefined);
}

export function rddAction(call: Call, rdd: Rdd, rows?: number): void {
  push(call, { kind: 'rdd', rdd }, rows);
}

function push(call: Call, on: Action['on'], rows: number | undefined): void {
  const { run } = call;
  run.steps.push({ at: call.at, method: call.name, on, rows, conf: effectiveConf(run), ...depends(run) });
}

export function eager(call: Call, does: Eager['does'], method = call.name): void {
  const { run } = call;
  const used = 'plan' in does ? { ...does, plan: run.session.cached.use(does.plan) } : does;
  run.steps.push({ at: call.at, method, conf: effectiveConf(run), does: used, ...depends(run) });
}
