import type { LogicalPlan } from '../logical/logical-plan.ts';
import { optimize } from '../optimize/optimizer.ts';
import { runsAdaptively } from '../physical/adaptive.ts';
import type { PhysicalPlan } from '../physical/physical-plan.ts';
import { prepare } from '../physical/prepare.ts';
import { runAdaptive, runFinal } from './adaptive-run.ts';
import type { FramePlan, Job } from './run.ts';
import { type RunContext, runStatic, type Use } from './static-run.ts';

/** The jobs of a plan under the settings in force. */
export function runPlan(
  plan: PhysicalPlan,
  optimized: LogicalPlan,
  use: Use,
  context: RunContext,
): readonly Job[] {
  return runsAdaptively(plan, context.settings)
    ? runAdaptive(plan, optimized, use, context).jobs
    : runStatic(plan, use, context);
}

/** A DataFrame's plan, made once for all actions that run it as it is (Dataset.queryExecution). */
export function framePlan(frame: number, plan: LogicalPlan, context: RunContext): FramePlan {
  const { history, settings } = context;
  const known = history.frames.get(frame);
  if (known) return known;
  const { plan: optimized } = optimize(plan, settings);
  const made: FramePlan = { optimized, plan: prepare(optimized, settings, history.cached), final: undefined };
  history.frames.set(frame, made);
  return made;
}

/** The jobs of an action that runs a DataFrame's own plan; what an earlier one has shuffled is still there. */
export function runFrame(frame: FramePlan, use: Use, context: RunContext): readonly Job[] {
  if (!runsAdaptively(frame.plan, context.settings)) return runStatic(frame.plan, use, context);
  if (frame.final) return runFinal(frame.final, use, context);
  const run = runAdaptive(frame.plan, frame.optimized, use, context);
  frame.final = run.final;
  return run.jobs;
}

/** `df.rdd`: an adaptive plan runs all but its last stage to know what that is; nothing runs otherwise. */
export function runToRdd(frame: FramePlan, context: RunContext): readonly Job[] {
  if (frame.final || !runsAdaptively(frame.plan, context.settings)) return [];
  const run = runAdaptive(frame.plan, frame.optimized, { kind: 'execute' }, context);
  frame.final = run.final;
  return run.jobs.slice(0, -1);
}
