import type { NamedExpression } from '../expression/expression.ts';
import { alias, literal } from '../expression/make.ts';
import type { Join, LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { transformPlanUp } from '../logical/traverse.ts';
import { idsOf, isInnerLike } from './inner-joins.ts';
import { nodeRule } from './rule.ts';

/** What reads nothing gives nothing. Source: PropagateEmptyRelation. */
export const propagateEmptyRelation = nodeRule('PropagateEmptyRelation', transformPlanUp, (plan, context) => {
  const changed = withoutEmpty(plan);
  if (changed !== plan) context.note('PropagateEmptyRelation', plan.at, 'an input is known to be empty');
  return changed;
});

function isEmpty(plan: LogicalPlan): boolean {
  return plan.kind === 'EmptyRelation' || (plan.kind === 'LocalRelation' && plan.rows === 0);
}

function withoutEmpty(plan: LogicalPlan): LogicalPlan {
  const empty = (): LogicalPlan => ({ kind: 'EmptyRelation', at: plan.at, output: outputOf(plan) });
  switch (plan.kind) {
    case 'Project':
    case 'Filter':
    case 'Sort':
    case 'GlobalLimit':
    case 'LocalLimit':
    case 'Sample':
    case 'Repartition':
    case 'RepartitionByExpression':
    case 'Window':
    case 'Expand':
    case 'Distinct':
      return isEmpty(plan.child) ? empty() : plan;
    case 'Generate':
      return isEmpty(plan.child) ? empty() : plan;
    case 'Aggregate':
      return isEmpty(plan.child) && plan.grouping.length > 0 ? empty() : plan;
    case 'Union': {
      const kept = plan.children.filter((child) => !isEmpty(child));
      if (kept.length === plan.children.length) return plan;
      if (kept.length === 0) return empty();
      if (kept.length > 1) return { ...plan, children: kept };
      const list = outputOf(kept[0]!).map((attribute, i): NamedExpression => {
        const out = plan.output[i]!;
        return out.id === attribute.id ? attribute : alias(attribute, out.name, out.id);
      });
      return { kind: 'Project', at: plan.at, list, child: kept[0]! };
    }
    case 'Join':
      return joinWithoutEmpty(plan, empty);
    default:
      return plan;
  }
}

function joinWithoutEmpty(join: Join, empty: () => LogicalPlan): LogicalPlan {
  const left = isEmpty(join.left);
  const right = isEmpty(join.right);
  if (!left && !right) return join;
  if (isInnerLike(join.joinType) || (left && right)) return empty();
  switch (join.joinType) {
    case 'LeftOuter':
    case 'FullOuter':
      if (left && join.joinType === 'LeftOuter') return empty();
      return right ? filledUp(join, join.left) : filledUp(join, join.right);
    case 'RightOuter':
      return right ? empty() : filledUp(join, join.right);
    case 'LeftSemi':
      return empty();
    case 'LeftAnti':
      return left ? empty() : join.left;
    default:
      return left ? empty() : join;
  }
}

/** The kept side, with nulls for the columns of the empty one. */
function filledUp(join: Join, kept: LogicalPlan): LogicalPlan {
  const own = idsOf(kept);
  const list = outputOf(join).map((attribute) =>
    own.has(attribute.id) ? attribute : alias(literal(null, attribute.type), attribute.name, attribute.id),
  );
  return { kind: 'Project', at: join.at, list, child: kept };
}
