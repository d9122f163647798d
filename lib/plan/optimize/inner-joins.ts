import type { Expression } from '../expression/expression.ts';
import { conjunction, conjuncts } from '../expression/make.ts';
import { isDeterministic, references } from '../expression/traverse.ts';
import type { Join, JoinType, LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { hasCorrelatedSubquery } from './expression-traits.ts';

/** Ids of a plan's columns. */
export function idsOf(plan: LogicalPlan): ReadonlySet<number> {
  const known = IDS.get(plan);
  if (known) return known;
  const ids = new Set(outputOf(plan).map((attribute) => attribute.id));
  IDS.set(plan, ids);
  return ids;
}

const IDS = new WeakMap<LogicalPlan, ReadonlySet<number>>();

export function isSubset(ids: ReadonlySet<number>, of: ReadonlySet<number>): boolean {
  for (const id of ids) if (!of.has(id)) return false;
  return true;
}

/** PredicateHelper.canEvaluate: the plan has all columns that the expression needs. */
export function canEvaluate(expression: Expression, plan: LogicalPlan): boolean {
  return isSubset(references(expression), idsOf(plan));
}

export function isInnerLike(joinType: JoinType): boolean {
  return joinType === 'Inner' || joinType === 'Cross';
}

/**
 * PredicateHelper.canEvaluateWithinJoin: a join's condition is the same whenever it is asked, and looks nothing up for each
 * row.
 */
export function canEvaluateWithinJoin(expression: Expression): boolean {
  return isDeterministic(expression) && !hasCorrelatedSubquery(expression);
}

export interface Flattened {
  readonly inputs: readonly { readonly plan: LogicalPlan; readonly joinType: JoinType }[];
  readonly conditions: readonly Expression[];
}

/** The inputs and conditions of inner joins that lean to the left (ExtractFiltersAndInnerJoins). */
export function flattenInnerJoins(plan: LogicalPlan): Flattened | undefined {
  const join = plan.kind === 'Filter' ? plan.child : plan;
  if (join.kind !== 'Join' || !isInnerLike(join.joinType) || hasHint(join)) return undefined;
  return flatten(plan, 'Inner');
}

function flatten(plan: LogicalPlan, parent: JoinType): Flattened {
  if (plan.kind === 'Join' && isInnerLike(plan.joinType) && !hasHint(plan)) {
    const left = flatten(plan.left, plan.joinType);
    return {
      inputs: [...left.inputs, { plan: plan.right, joinType: plan.joinType }],
      conditions: [...left.conditions, ...(plan.condition ? conjuncts(plan.condition) : [])],
    };
  }
  if (plan.kind === 'Filter' && plan.child.kind === 'Join') {
    const join = plan.child;
    if (isInnerLike(join.joinType) && !hasHint(join)) {
      const below = flatten(join, 'Inner');
      return { inputs: below.inputs, conditions: [...below.conditions, ...conjuncts(plan.condition)] };
    }
  }
  return { inputs: [{ plan, joinType: parent }], conditions: [] };
}

export function hasHint(join: Join): boolean {
  return join.leftHint !== undefined || join.rightHint !== undefined;
}

/** The plan under a filter of the conditions; itself when there are none. */
export function filtered(
  plan: LogicalPlan,
  conditions: readonly Expression[],
  at: number | undefined,
): LogicalPlan {
  const condition = conjunction(conditions);
  return condition === undefined ? plan : { kind: 'Filter', at, condition, child: plan };
}
