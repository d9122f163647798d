import type { Expression } from '../expression/expression.ts';
import { isAggregate } from '../expression/make.ts';
import { collect, isDeterministic } from '../expression/traverse.ts';
import { typeOf } from '../expression/type-of.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { expressionsOf, mapChildren, transformPlanDown } from '../logical/traverse.ts';
import { isFoldable } from './fold.ts';
import { nodeRule, type OptimizerContext } from './rule.ts';

const NAME = 'EliminateSorts';

/**
 * A sort below another sort, a join or an aggregate whose functions do not mind the order is dropped, with its range
 * shuffle. Source: EliminateSorts.
 */
export const eliminateSorts = nodeRule(NAME, transformPlanDown, (plan, context) => {
  switch (plan.kind) {
    case 'Sort': {
      const order = plan.order.filter((each) => !isFoldable(each.child));
      if (order.length === 0) return plan.child;
      const child = withoutSorts(plan.child, plan.global, context);
      return order.length === plan.order.length && child === plan.child ? plan : { ...plan, order, child };
    }
    case 'Join': {
      if (plan.condition !== undefined && !isDeterministic(plan.condition)) return plan;
      const left = withoutSorts(plan.left, true, context);
      const right = withoutSorts(plan.right, true, context);
      return left === plan.left && right === plan.right ? plan : { ...plan, left, right };
    }
    case 'Aggregate': {
      if (!plan.list.every(isOrderIrrelevant)) return plan;
      const child = withoutSorts(plan.child, true, context);
      return child === plan.child ? plan : { ...plan, child };
    }
    default:
      return plan;
  }
});

function withoutSorts(plan: LogicalPlan, global: boolean, context: OptimizerContext): LogicalPlan {
  switch (plan.kind) {
    case 'Sort':
      if (plan.global && !global) return plan;
      context.note(NAME, plan.at, 'the sort goes: what is above it does not keep its order');
      return withoutSorts(plan.child, global, context);
    case 'Project':
    case 'Filter':
      if (!expressionsOf(plan).every(isDeterministic)) return plan;
      return mapChildren(plan, (child) => withoutSorts(child, global, context));
    case 'Repartition':
      return mapChildren(plan, (child) => withoutSorts(child, true, context));
    case 'RepartitionByExpression':
      if (!plan.keys.every(isDeterministic)) return plan;
      return mapChildren(plan, (child) => withoutSorts(child, true, context));
    default:
      return plan;
  }
}

const ANY_ORDER = new Set([
  'min',
  'max',
  'count',
  'bit_and',
  'bit_or',
  'bit_xor',
  'count_if',
  'bool_and',
  'bool_or',
]);

function isOrderIrrelevant(expression: Expression): boolean {
  return collect(expression, (part): part is Expression => isAggregate(part)).every((aggregate) => {
    if (aggregate.kind !== 'call') return false;
    if (ANY_ORDER.has(aggregate.fn)) return true;
    if (aggregate.fn !== 'sum' && aggregate.fn !== 'avg' && aggregate.fn !== 'mean') return false;
    const type = aggregate.args[0] && typeOf(aggregate.args[0]);
    return type !== undefined && type.kind !== 'float' && type.kind !== 'double';
  });
}
