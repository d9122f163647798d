import type { PhysicalPlan, ShuffleExchange } from '#lib/plan/physical/physical-plan.ts';
import { childrenOf, operatorsOf } from '#lib/plan/physical/traverse.ts';
import type { PlannedAction, RuleContext } from '../context.ts';

/** A shuffle and the operator that reads it. */
export interface ReadShuffle {
  readonly action: PlannedAction;
  readonly exchange: ShuffleExchange;
  readonly reader: PhysicalPlan | undefined;
}

/** Operators of all actions' plans, those that run for caches included. */
export function* operatorsOfAll(
  context: RuleContext,
): Generator<{ readonly action: PlannedAction; readonly operator: PhysicalPlan }> {
  for (const action of context.actions)
    for (const operator of withCaches(action.physical)) yield { action, operator };
}

function* withCaches(plan: PhysicalPlan): Generator<PhysicalPlan> {
  for (const operator of operatorsOf(plan)) {
    yield operator;
    if (operator.kind === 'InMemoryTableScan') yield* withCaches(operator.cached);
  }
}

/** Shuffles that the planner put in because an operator needs its rows elsewhere. */
export function requiredShuffles(context: RuleContext): readonly ReadShuffle[] {
  const found: ReadShuffle[] = [];
  for (const { action, operator } of operatorsOfAll(context)) {
    for (const child of childrenOf(operator)) {
      if (child.kind === 'ShuffleExchange' && child.origin === 'ENSURE_REQUIREMENTS')
        found.push({ action, exchange: child, reader: operator });
    }
  }
  return found;
}

/** Shuffles that the program asked for, by repartition() or a hint. */
export function isAskedFor(plan: PhysicalPlan): plan is ShuffleExchange {
  return plan.kind === 'ShuffleExchange' && plan.origin !== 'ENSURE_REQUIREMENTS';
}
