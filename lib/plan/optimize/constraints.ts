import type { Expression } from '../expression/expression.ts';
import { conjuncts, toAttribute } from '../expression/make.ts';
import { isDeterministic, references, transformUp } from '../expression/traverse.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { idsOf, isInnerLike, isSubset } from './inner-joins.ts';

const CONSTRAINTS = new WeakMap<LogicalPlan, readonly Expression[]>();

/** Conditions that every row of a plan is known to meet (QueryPlanConstraints). */
export function constraintsOf(plan: LogicalPlan): readonly Expression[] {
  const known = CONSTRAINTS.get(plan);
  if (known) return known;
  const ids = idsOf(plan);
  const all = compute(plan).filter(
    (each) => isDeterministic(each) && references(each).size > 0 && isSubset(references(each), ids),
  );
  CONSTRAINTS.set(plan, all);
  return all;
}

function compute(plan: LogicalPlan): readonly Expression[] {
  switch (plan.kind) {
    case 'Filter':
      return [...constraintsOf(plan.child), ...conjuncts(plan.condition)];
    case 'Project':
    case 'Aggregate': {
      const renamed = new Map(
        plan.list.flatMap((named) =>
          named.kind === 'alias' && named.child.kind === 'attribute'
            ? [[named.child.id, toAttribute(named)] as const]
            : [],
        ),
      );
      const below = constraintsOf(plan.child);
      if (renamed.size === 0) return below;
      const kept = idsOf(plan);
      return [
        ...below,
        ...below.map((each) =>
          transformUp(each, (part) =>
            part.kind === 'attribute' && !kept.has(part.id) ? (renamed.get(part.id) ?? part) : part,
          ),
        ),
      ];
    }
    case 'Join': {
      const condition = plan.condition ? conjuncts(plan.condition) : [];
      if (isInnerLike(plan.joinType))
        return [...constraintsOf(plan.left), ...constraintsOf(plan.right), ...condition];
      if (plan.joinType === 'LeftSemi') return [...constraintsOf(plan.left), ...condition];
      if (plan.joinType === 'RightOuter') return constraintsOf(plan.right);
      return plan.joinType === 'FullOuter' ? [] : constraintsOf(plan.left);
    }
    case 'Sort':
    case 'GlobalLimit':
    case 'LocalLimit':
    case 'Window':
    case 'Distinct':
    case 'Repartition':
    case 'RepartitionByExpression':
    case 'Generate':
    case 'Sample':
    case 'SubqueryAlias':
      return constraintsOf(plan.child);
    default:
      return [];
  }
}
