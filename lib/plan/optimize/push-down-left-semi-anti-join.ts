import { conjuncts, isAggregate } from '../expression/make.ts';
import { isDeterministic, references, some } from '../expression/traverse.ts';
import type { Join, JoinType, LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { transformPlanDown } from '../logical/traverse.ts';
import { aliasMap, attributeMap, replaceAttributes } from './aliases.ts';
import { canBroadcastAsHashJoin } from './can-broadcast.ts';
import { copyWithFreshIds } from './fresh-copy.ts';
import { idsOf, isSubset } from './inner-joins.ts';
import { nodeRule, type OptimizerContext } from './rule.ts';

const NAME = 'PushDownLeftSemiAntiJoin';

/**
 * A semi or anti join only drops rows of its left side, so it can be done like a filter below a projection, in each input
 * of a union, and below an aggregate when it will be a broadcast. Source: PushDownLeftSemiAntiJoin.
 */
export const pushDownLeftSemiAntiJoin = nodeRule(NAME, transformPlanDown, (plan, context) => {
  if (plan.kind !== 'Join' || !isSemiAnti(plan.joinType)) return plan;
  const left = plan.left;
  const clash = [...idsOf(plan.right)].some((id) => idsOf(left).has(id));
  if (clash) return plan;
  switch (left.kind) {
    case 'Project': {
      if (!left.list.every(isDeterministic)) return plan;
      const map = aliasMap(left.list);
      if (plan.condition && [...map.values()].some((value) => value.kind !== 'attribute')) return plan;
      const condition = plan.condition && replaceAttributes(plan.condition, map);
      return { ...left, child: { ...plan, left: left.child, condition } };
    }
    case 'Union':
      return throughUnion(plan, left, context);
    case 'Aggregate': {
      if (left.grouping.length === 0 || !left.list.every(isDeterministic)) return plan;
      if (left.list.some((named) => some(named, isAggregate)) && plan.condition === undefined) return plan;
      if (!canBroadcastAsHashJoin(plan, context.settings)) return plan;
      const map = aliasMap(left.list.filter((named) => !some(named, isAggregate)));
      return throughOnlyChild(plan, left, map);
    }
    case 'Window': {
      if (!left.partitionBy.every((key) => key.kind === 'attribute')) return plan;
      const keys = new Set(left.partitionBy.flatMap((key) => (key.kind === 'attribute' ? [key.id] : [])));
      const needed = [...references(plan.condition ?? left.list[0]!)].filter((id) => idsOf(left).has(id));
      return plan.condition && needed.every((id) => keys.has(id))
        ? throughOnlyChild(plan, left, new Map())
        : plan;
    }
    case 'Generate':
    case 'Distinct':
    case 'Repartition':
    case 'RepartitionByExpression':
    case 'Sort':
    case 'Filter':
      return throughOnlyChild(plan, left, new Map());
    default:
      return plan;
  }
});

export function isSemiAnti(joinType: JoinType): boolean {
  return joinType === 'LeftSemi' || joinType === 'LeftAnti';
}

function throughOnlyChild(
  join: Join,
  left: Extract<LogicalPlan, { child: LogicalPlan }>,
  map: ReturnType<typeof aliasMap>,
): LogicalPlan {
  const condition = join.condition && replaceAttributes(join.condition, map);
  const both = new Set([...idsOf(left.child), ...idsOf(join.right)]);
  const movable =
    condition === undefined || conjuncts(condition).every((each) => isSubset(references(each), both));
  if (!movable) return join;
  return { ...left, child: { ...join, left: left.child, condition } } as LogicalPlan;
}

function throughUnion(
  join: Join,
  union: Extract<LogicalPlan, { kind: 'Union' }>,
  context: OptimizerContext,
): LogicalPlan {
  context.note(NAME, join.at, 'the join is done in each input of the union');
  const children = union.children.map((child, i) => {
    const map = new Map(attributeMap(union.output, outputOf(child)));
    const right =
      i === 0 ? { plan: join.right, ids: new Map() } : copyWithFreshIds(join.right, context.fresh);
    for (const [id, attribute] of right.ids) map.set(id, attribute);
    const condition = join.condition && replaceAttributes(join.condition, map);
    return { ...join, left: child, right: right.plan, condition };
  });
  return { ...union, children };
}
