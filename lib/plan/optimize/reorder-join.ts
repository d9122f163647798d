import type { Expression } from '../expression/expression.ts';
import { conjunction } from '../expression/make.ts';
import { references } from '../expression/traverse.ts';
import type { Join, LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { transformPlanDown } from '../logical/traverse.ts';
import {
  canEvaluate,
  canEvaluateWithinJoin,
  type Flattened,
  filtered,
  flattenInnerJoins,
  idsOf,
  isSubset,
} from './inner-joins.ts';
import { nodeRule } from './rule.ts';

/**
 * Orders inner joins so that each one has a condition, if it can, before any cross join: what makes
 * `FROM a, b, c WHERE …` run as joins. Source: ReorderJoin.
 */
export const reorderJoin = nodeRule('ReorderJoin', transformPlanDown, (plan, context) => {
  const flat = flattenInnerJoins(plan);
  if (flat === undefined || flat.inputs.length < 3 || flat.conditions.length === 0) return plan;
  const at = plan.kind === 'Filter' ? plan.child.at : plan.at;
  const ordered = order(flat.inputs, flat.conditions, at);
  if (sameShape(ordered, plan)) return plan;
  const before = outputOf(plan);
  const after = outputOf(ordered);
  if (before.some((attribute, i) => attribute.id !== after[i]?.id)) {
    context.note('ReorderJoin', at, 'the joins are put in an order in which each has a condition');
    return { kind: 'Project', at, list: before, child: ordered };
  }
  return ordered;
});

type Input = Flattened['inputs'][number];

function order(
  inputs: readonly Input[],
  conditions: readonly Expression[],
  at: number | undefined,
): LogicalPlan {
  const [left, ...rest] = inputs as [Input, ...Input[]];
  if (rest.length === 1) {
    const within = conditions.filter(canEvaluateWithinJoin);
    const others = conditions.filter((condition) => !canEvaluateWithinJoin(condition));
    const right = rest[0]!;
    const inner = left.joinType === 'Inner' && right.joinType === 'Inner';
    return filtered(join(left.plan, right.plan, inner ? 'Inner' : 'Cross', within, at), others, at);
  }
  const open = conditions.filter((each) => references(each).size === 0 || !canEvaluate(each, left.plan));
  const next =
    rest.find(({ plan }) => {
      const both = new Set([...idsOf(left.plan), ...idsOf(plan)]);
      return open.some(
        (each) =>
          (references(each).size === 0 || !canEvaluate(each, plan)) && isSubset(references(each), both),
      );
    }) ?? rest[0]!;
  const both = new Set([...idsOf(left.plan), ...idsOf(next.plan)]);
  const fits = (each: Expression) => isSubset(references(each), both) && canEvaluateWithinJoin(each);
  const joined = join(left.plan, next.plan, next.joinType, conditions.filter(fits), at);
  return order(
    [{ plan: joined, joinType: 'Inner' }, ...rest.filter((input) => input !== next)],
    conditions.filter((each) => !fits(each)),
    at,
  );
}

/** A join of the inputs that were joined already keeps its operation. */
function join(
  left: LogicalPlan,
  right: LogicalPlan,
  joinType: Join['joinType'],
  conditions: readonly Expression[],
  at: number | undefined,
): Join {
  return { kind: 'Join', at, left, right, joinType, condition: conjunction(conditions) };
}

/** Whether the order made the tree that was there; then nothing is to be done. */
function sameShape(a: LogicalPlan, b: LogicalPlan): boolean {
  if (a === b) return true;
  if (a.kind === 'Filter' && b.kind === 'Filter') {
    return references(a.condition).size === references(b.condition).size && sameShape(a.child, b.child);
  }
  return (
    a.kind === 'Join' &&
    b.kind === 'Join' &&
    (a.condition === undefined) === (b.condition === undefined) &&
    a.joinType === b.joinType &&
    sameShape(a.left, b.left) &&
    sameShape(a.right, b.right)
  );
}
