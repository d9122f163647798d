import type { PhysicalPlan, ShuffleExchange } from '#lib/plan/physical/physical-plan.ts';
import { childrenOf, operatorsOf } from '#lib/plan/physical/traverse.ts';
import type { RuleContext } from '../context.ts';
import type { PlannedAction } from '../planned-action.ts';

/** A shuffle and the operator that reads it. */
export interface ReadShuffle {
  readonly action: PlannedAction;
  readonly exchange: ShuffleExchange;
  readonly reader: PhysicalPlan | undefined;
}

interface ActionOperator {
  readonly action: PlannedAction;
  readonly operator: PhysicalPlan;
}

/** A dozen rules go through the same operators. */
const OPERATORS = new WeakMap<RuleContext, readonly ActionOperator[]>();
const REQUIRED = new WeakMap<RuleContext, readonly ReadShuffle[]>();

/** Operators of all actions' plans, those that run for caches included. */
export function operatorsOfAll(context: RuleContext): readonly ActionOperator[] {
  const known = OPERATORS.get(context);
  if (known) return known;
  const found = context.actions.flatMap((action) =>
    [...withCaches(action.physical)].map((operator) => ({ action, operator })),
  );
  OPERATORS.set(context, found);
  return found;
}

function* withCaches(plan: PhysicalPlan): Generator<PhysicalPlan> {
  for (const operator of operatorsOf(plan)) {
    yield operator;
    if (operator.kind === 'InMemoryTableScan') yield* withCaches(operator.cached);
  }
}

/** Shuffles that the planner put in because an operator needs its rows elsewhere. */
export function requiredShuffles(context: RuleContext): readonly ReadShuffle[] {
  const known = REQUIRED.get(context);
  if (known) return known;
  const found: ReadShuffle[] = [];
  REQUIRED.set(context, found);
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
