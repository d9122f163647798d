import type { LogicalPlan } from '../logical/logical-plan.ts';
import type { transformPlanUp } from '../logical/traverse.ts';
import type { PlanSettings } from '../settings.ts';

/** A rule of Spark's optimizer. It returns the plan itself where it has nothing to do. */
export interface Rule {
  /** Spark's name of the rule. */
  readonly name: string;
  apply(plan: LogicalPlan, context: OptimizerContext): LogicalPlan;
}

export interface OptimizerContext {
  readonly settings: PlanSettings;
  /** An id that no attribute of the plan has. */
  fresh(): number;
  /** Runs the whole optimizer over the plan of a subquery. */
  optimizeSubquery(plan: LogicalPlan): LogicalPlan;
  note(rule: string, at: number | undefined, what: string): void;
  /** Plans that a rule leaves as they are, so that it need not look again; Spark marks its nodes in the same way. */
  settled(rule: Rule): Set<LogicalPlan>;
}

/** Where a rule changed something, in words. */
export interface RuleNote {
  readonly rule: string;
  /** The operation in the program; undefined when no single one can be named. */
  readonly at: number | undefined;
  readonly what: string;
}

/**
 * A rule that rewrites single nodes, parents first (Spark's transform) or children first (transformUp). What it makes of
 * a node depends on the node, what is below it, and the settings alone.
 */
export function nodeRule(
  name: string,
  walk: typeof transformPlanUp,
  change: (plan: LogicalPlan, context: OptimizerContext) => LogicalPlan,
): Rule {
  const rule: Rule = {
    name,
    apply: (plan, context) => walk(plan, (node) => change(node, context), context.settled(rule)),
  };
  return rule;
}
